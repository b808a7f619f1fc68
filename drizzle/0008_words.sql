ALTER TABLE `accounts` RENAME COLUMN `turn` TO `revision`;--> statement-breakpoint
ALTER TABLE `accounts` RENAME COLUMN `ledger` TO `quota_window`;--> statement-breakpoint
ALTER TABLE `interactions` RENAME COLUMN `letter` TO `message`;--> statement-breakpoint
ALTER TABLE `machines` RENAME TO `automated_senders`;--> statement-breakpoint
UPDATE `reports` SET `content` = replace(`content`, '"how":"letter"', '"how":"message"') WHERE instr(`content`, '"how":"letter"') > 0;
