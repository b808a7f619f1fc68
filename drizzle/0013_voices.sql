ALTER TABLE `users` ADD `sign_off` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `formal_sign_off` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `usual_tone` text;--> statement-breakpoint
ALTER TABLE `users` ADD `greeting_word` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `usual_language` text;--> statement-breakpoint
ALTER TABLE `users` ADD `wants_rewrites` integer DEFAULT false NOT NULL;