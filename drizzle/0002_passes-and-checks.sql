ALTER TABLE `accounts` ADD `mail_pass` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `calendar_pass` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `checks` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `accounts` ADD `asked_since` integer;