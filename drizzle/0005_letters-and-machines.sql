CREATE TABLE `machines` (
	`account_id` integer NOT NULL,
	`address` text NOT NULL,
	`sign` integer NOT NULL,
	PRIMARY KEY(`account_id`, `address`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `interactions` ADD `letter` integer;--> statement-breakpoint
ALTER TABLE `interactions` ADD `thread` integer;