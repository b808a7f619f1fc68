CREATE TABLE `reads` (
	`account_id` integer NOT NULL,
	`feed` text NOT NULL,
	`number` integer NOT NULL,
	`purpose` text NOT NULL,
	`phase` text NOT NULL,
	`since` integer,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`cursor` text,
	`wants_remembered` integer DEFAULT false NOT NULL,
	`remembered` text DEFAULT '' NOT NULL,
	`seen` text DEFAULT '' NOT NULL,
	`found` integer DEFAULT 0 NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`account_id`, `feed`, `number`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `reads` (`account_id`, `feed`, `number`, `purpose`, `phase`, `started_at`, `cursor`, `wants_remembered`, `remembered`)
WITH feeds AS (
	SELECT `id`, 'mail' AS feed, `created_at`, `mail_cursor` AS cursor, `mail_past` AS past, `mail_since` AS since, `mail_pass` AS pass FROM `accounts`
	UNION ALL
	SELECT `id`, 'calendar', `created_at`, `calendar_cursor`, `calendar_past`, `calendar_since`, `calendar_pass` FROM `accounts`)
SELECT feeds.id, feed, 0, 'changes', 'done', feeds.created_at, cursor, `ids` IS NOT NULL, ifnull(`ids`, '')
FROM feeds LEFT JOIN `memories` ON `memories`.`account_id` = feeds.id AND `memories`.`reading` = feed
WHERE past <> 'unread' OR cursor IS NOT NULL OR since IS NOT NULL OR pass IS NOT NULL;
--> statement-breakpoint
INSERT INTO `reads` (`account_id`, `feed`, `number`, `purpose`, `phase`, `since`, `started_at`, `cursor`, `wants_remembered`, `remembered`, `seen`, `found`, `removed`)
WITH feeds AS (
	SELECT `id`, 'mail' AS feed, `created_at`, `checks`, `mail_cursor` AS cursor, `mail_past` AS past, `mail_since` AS since, `mail_pass` AS pass FROM `accounts`
	UNION ALL
	SELECT `id`, 'calendar', `created_at`, `checks`, `calendar_cursor`, `calendar_past`, `calendar_since`, `calendar_pass` FROM `accounts`),
under_way AS (
	SELECT *,
		CASE
			WHEN pass ->> 'because' = 'audit' AND past = 'done' THEN 'audit'
			WHEN pass ->> 'because' = 'further' THEN 'extend'
			WHEN pass ->> 'because' = 'expired' OR since IS NOT NULL THEN 'recover'
			ELSE 'backfill'
		END AS purpose,
		CASE
			WHEN past <> 'done' THEN past
			WHEN pass ->> 'place' = 'listing' THEN 'list'
			WHEN pass ->> 'place' = 'sweeping' THEN 'remove'
			WHEN pass ->> 'cursor' IS NULL THEN 'unread'
			ELSE 'conversations'
		END AS phase
	FROM feeds WHERE past NOT IN ('unread', 'done') OR since IS NOT NULL OR pass IS NOT NULL)
SELECT under_way.id, feed, json_array_length(checks) + 1, purpose, phase,
	CASE WHEN purpose <> 'backfill' THEN ifnull(pass ->> 'since', since) END,
	ifnull(pass ->> 'startedAt', under_way.created_at),
	CASE WHEN phase = 'list' THEN pass ->> 'after' WHEN purpose = 'audit' AND phase <> 'remove' THEN pass ->> 'cursor' END,
	purpose = 'audit' AND `ids` IS NOT NULL,
	CASE WHEN purpose = 'audit' THEN ifnull(`ids`, '') ELSE '' END,
	CASE WHEN purpose <> 'backfill' THEN ifnull(pass ->> 'seen', '') ELSE '' END,
	CASE WHEN purpose <> 'backfill' THEN ifnull(pass ->> 'found', 0) ELSE 0 END,
	CASE WHEN purpose <> 'backfill' THEN ifnull(pass ->> 'removed', 0) ELSE 0 END
FROM under_way LEFT JOIN `memories` ON `memories`.`account_id` = under_way.id AND `memories`.`reading` = feed || ' audit';
--> statement-breakpoint
INSERT INTO `reads` (`account_id`, `feed`, `number`, `purpose`, `phase`, `since`, `started_at`, `ended_at`, `found`, `removed`)
SELECT `accounts`.`id`, ended.value ->> 'feed', json_array_length(`checks`) - ended.key,
	CASE ended.value ->> 'because' WHEN 'expired' THEN 'recover' WHEN 'further' THEN 'extend' ELSE 'audit' END,
	'done', ended.value ->> 'since', ended.value ->> 'at', ended.value ->> 'at', ended.value ->> 'found', ended.value ->> 'removed'
FROM `accounts`, json_each(`checks`) AS ended;
--> statement-breakpoint
DROP TABLE `memories`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `mail_cursor`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `mail_past`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `mail_since`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `mail_pass`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `calendar_cursor`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `calendar_past`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `calendar_since`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `calendar_pass`;--> statement-breakpoint
ALTER TABLE `accounts` DROP COLUMN `checks`;