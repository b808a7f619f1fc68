CREATE TABLE `corrections` (
	`user_id` integer NOT NULL,
	`id` integer NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`user_id`, `id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
