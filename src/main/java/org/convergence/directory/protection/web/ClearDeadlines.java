package org.convergence.directory.protection.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.ProtectionReading;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Whoever may protect people is told on her first page that somebody protected stands in clear. */
@Component
class ClearDeadlines implements Deadlines {

    private final ProtectionReading reading;
    private final OrganisationSettings settings;

    ClearDeadlines(ProtectionReading reading, OrganisationSettings settings) {
        this.reading = reading;
        this.settings = settings;
    }

    @Override
    public String permission() {
        return ProtectionPermissions.READ;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        LocalDate today = settings.today();
        boolean hers = CurrentActor.get().may(ProtectionPermissions.PROTECT);
        if (!hers
                || today.isBefore(from)
                || today.isAfter(to)
                || reading.inClear().isEmpty()) {
            return List.of();
        }
        return List.of(Deadline.on(
                today,
                "directory.protection/clear",
                t.say("protection.clear.deadline"),
                ProtectionUrls.LIST,
                Whose.MINE));
    }
}
