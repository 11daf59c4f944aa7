package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.convergence.home.HomePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the current user's deadlines from all modules. */
@Service
@Requires(HomePermissions.OPEN)
public class DeadlineQueries {

    private final List<DeadlineSource> modules;
    private final OrganisationSettings settings;

    DeadlineQueries(List<DeadlineSource> modules, OrganisationSettings settings) {
        this.modules = modules;
        this.settings = settings;
    }

    /** The deadlines within the days, the earliest first. */
    public List<Deadline> findBetween(LocalDate from, LocalDate to, Words t) {
        return modules.stream()
                .filter(module -> CurrentActor.get().may(module.permission()))
                .flatMap(module -> module.between(from, to, t).stream())
                .sorted(Comparator.comparing(Deadline::day).thenComparing(Deadline::key))
                .toList();
    }

    /** The next deadline within a year; {@code null} if there is none. */
    @Nullable
    Deadline findNext(Words t) {
        LocalDate today = settings.today();
        return findBetween(today, today.plusYears(1), t).stream().findFirst().orElse(null);
    }
}
