ALTER TABLE `users` ADD `away_from` text;--> statement-breakpoint
ALTER TABLE `users` ADD `away_until` text;