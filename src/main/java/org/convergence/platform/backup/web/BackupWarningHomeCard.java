package org.convergence.platform.backup.web;

import java.util.List;
import org.convergence.platform.access.Requires;
import org.convergence.platform.backup.BackupPermissions;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.backup.BackupService.BackupWarning;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Warns at the head of the home page of people who keep the backups when the data are not safe. */
@Component
@Order(5)
@Requires(BackupPermissions.KEEP)
record BackupWarningHomeCard(BackupService backups) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        List<CardRow> rows = backups.findWarnings().stream()
                .filter(concern -> BackupsPage.tone(concern) == Tone.BAD)
                .map(concern -> row(concern, t))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(Card.of(CardPart.FIRST, t.say("backup.alarm"), rows, null));
    }

    private static CardRow row(BackupWarning concern, Words t) {
        List<CardAction> acts = concern == BackupWarning.DISK_SHORT
                ? List.of(CardAction.link(t.say("backup.see"), "/platform/backup"))
                : List.of(CardAction.button(t.say("backup.make"), "/platform/backup"));
        return new CardRow(
                null,
                null,
                t.say("backup.alarm.now"),
                true,
                t.say("backup.concern", concern.name()),
                "/platform/backup",
                null,
                acts);
    }
}
