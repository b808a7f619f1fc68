CREATE TABLE `user_numbers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL
);
--> statement-breakpoint
INSERT INTO `user_numbers` (`id`) SELECT max(`id`) FROM `users` HAVING max(`id`) IS NOT NULL;
--> statement-breakpoint
DELETE FROM `user_numbers`;
