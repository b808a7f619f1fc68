CREATE TABLE `suggestion_acts` (
	`user_id` integer NOT NULL,
	`week` text NOT NULL,
	`person_id` integer NOT NULL,
	`act` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `week`, `person_id`, `act`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `reports` ADD `tried_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `locale` text DEFAULT 'en-GB' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `writes_in` text DEFAULT 'account' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `sent_now_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `mail_stop_reason` text;--> statement-breakpoint
ALTER TABLE `users` ADD `mail_stop_at` integer;