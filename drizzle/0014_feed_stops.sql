ALTER TABLE `accounts` ADD `stops` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE `accounts` SET `status_kind` = 'active', `status_reason` = NULL, `status_since` = NULL, `not_before` = 0
WHERE `status_kind` IN ('waiting', 'blocked');
