ALTER TABLE `interactions` ADD `letter` integer;--> statement-breakpoint
ALTER TABLE `interactions` ADD `thread` integer;