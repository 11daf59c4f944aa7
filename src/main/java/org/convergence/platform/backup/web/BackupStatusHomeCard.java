package org.convergence.platform.backup.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.backup.BackupPermissions;
import org.convergence.platform.backup.BackupService;
import org.convergence.platform.backup.BackupService.BackupWarning;
import org.convergence.platform.backup.StoredBackup;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last backup's state at the foot of the home page: « Sauvegarde d’hier : vérifiée. », or its problem. */
@Component
@Order(50)
@Requires(BackupPermissions.READ)
record BackupStatusHomeCard(BackupService backups, OrganisationSettings settings) implements HomeCard {

    @Override
    public List<Card> show(Words t) {
        String sentence = backups.findLast().map(last -> sentence(last, t)).orElseGet(() -> t.say("backup.news.none"));
        boolean keeps = CurrentActor.get().may(BackupPermissions.KEEP);
        return List.of(Card.ofSentence(
                CardPart.FOOT, sentence, keeps ? CardAction.link(t.say("shell.see"), "/platform/backup") : null));
    }

    private String sentence(StoredBackup last, Words t) {
        LocalDate day = LocalDate.ofInstant(last.madeAt(), t.zone());
        LocalDate today = settings.today();
        String which = day.equals(today) ? "TODAY" : day.equals(today.minusDays(1)) ? "YESTERDAY" : "EARLIER";
        String state = backups.findWarnings().stream()
                .filter(concern -> concern != BackupWarning.UNSCHEDULED && concern != BackupWarning.DISK_SHORT)
                .findFirst()
                .map(Enum::name)
                .orElse("FINE");
        return t.say("backup.news", which, day, state);
    }
}
