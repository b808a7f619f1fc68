CREATE TABLE `memories` (
	`account_id` integer NOT NULL,
	`reading` text NOT NULL,
	`ids` text NOT NULL,
	PRIMARY KEY(`account_id`, `reading`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
