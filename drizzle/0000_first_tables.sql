CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`address` text NOT NULL,
	`created_at` integer NOT NULL,
	`grant` text NOT NULL,
	`aliases` text NOT NULL,
	`status_kind` text NOT NULL,
	`status_reason` text,
	`status_since` integer,
	`turn` integer NOT NULL,
	`lease_until` integer NOT NULL,
	`not_before` integer NOT NULL,
	`mail_cursor` text,
	`mail_past` text NOT NULL,
	`mail_read_at` integer NOT NULL,
	`mail_since` integer,
	`calendar_cursor` text,
	`calendar_past` text NOT NULL,
	`calendar_read_at` integer NOT NULL,
	`calendar_since` integer,
	`ledger` text NOT NULL,
	`progress` text NOT NULL,
	`active_days` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_subject` ON `accounts` (`provider`,`subject`);--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`user_id` integer NOT NULL,
	`address` text NOT NULL,
	`contact_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `address`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `contact_blocks` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`contacts` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `guard` (
	`broken` integer NOT NULL,
	CONSTRAINT "guard_holds" CHECK("guard"."broken" = 0)
);
--> statement-breakpoint
CREATE TABLE `interactions` (
	`account_id` integer NOT NULL,
	`feed` integer NOT NULL,
	`contact_id` integer NOT NULL,
	`at` integer NOT NULL,
	`item` integer NOT NULL,
	`detail` integer NOT NULL,
	PRIMARY KEY(`account_id`, `feed`, `contact_id`, `at`, `item`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reports` (
	`user_id` integer NOT NULL,
	`week` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`sent_at` integer,
	`content` text,
	`failure` text,
	PRIMARY KEY(`user_id`, `week`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`digest` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`is_owner` integer NOT NULL,
	`zone` text NOT NULL,
	`is_zone_chosen` integer NOT NULL,
	`report_weekday` integer NOT NULL,
	`report_hour` integer NOT NULL,
	`next_report_at` integer
);
--> statement-breakpoint
CREATE INDEX `users_next_report` ON `users` (`next_report_at`);