package org.convergence.platform.backup.web;

import java.util.List;
import org.convergence.platform.backup.BackupConcern;
import org.convergence.platform.backup.BackupPermissions;
import org.convergence.platform.backup.Backups;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Warns at the head of the home page of people who keep the backups when the data are not safe. */
@Component
class BackupAlarm implements HomeCard {

    private final Backups backups;

    BackupAlarm(Backups backups) {
        this.backups = backups;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return BackupPermissions.KEEP;
    }

    @Override
    public List<Card> show(Words t) {
        List<Row> rows = backups.concerns().stream()
                .filter(concern -> BackupsPage.tone(concern) == Tone.BAD)
                .map(concern -> row(concern, t))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(Card.of(Part.FIRST, t.say("backup.alarm"), rows, null));
    }

    private static Row row(BackupConcern concern, Words t) {
        List<Act> acts = concern == BackupConcern.DISK_SHORT
                ? List.of(Act.link(t.say("backup.see"), "/platform/backup"))
                : List.of(Act.button(t.say("backup.make"), "/platform/backup"));
        return new Row(
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
