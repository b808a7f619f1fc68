CREATE TABLE `suppressions` (
	`digest` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `created_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser` text DEFAULT 'other' NOT NULL;--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `is_address_confirmed` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `confirmation_asked_at` integer;--> statement-breakpoint
UPDATE `sessions` SET `created_at` = `expires_at` - 5184000, `last_seen_at` = unixepoch();
