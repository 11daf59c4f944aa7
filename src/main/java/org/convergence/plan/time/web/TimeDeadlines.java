package org.convergence.plan.time.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractQueries;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.domain.OwnSheetQueries;
import org.convergence.plan.time.domain.Week;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The end of the actor's own contract, and of each contract with the permission to edit them, without the name; and the
 * next weeks to submit, during a contract of the actor.
 */
@Component
@Requires(TimePermissions.OWN)
record TimeDeadlines(ContractQueries contracts, OwnSheetQueries sheets, OrganisationSettings settings)
        implements DeadlineSource {

    private static final int WEEKS_AHEAD = 4;

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        List<Deadline> all = new ArrayList<>();
        Map<UUID, ContractTerms> known = contracts.findRunning(from, to);
        known.forEach((id, contract) -> {
            LocalDate end = contract.to();
            if (end != null && !end.isBefore(from) && !end.isAfter(to)) {
                all.add(end(id, end, isOwnContract(contract), t));
            }
        });
        Week first = Week.of(settings.today());
        OwnSheetQueries.SheetStates states = sheets.findSince(first);
        for (int i = 0; i < WEEKS_AHEAD; i++) {
            Week week = first.plus(i);
            boolean works = known.values().stream()
                    .anyMatch(
                            each -> isOwnContract(each) && week.days().stream().anyMatch(each::holdsOn));
            if (works
                    && states.stateOf(week).isOpen()
                    && !week.sunday().isBefore(from)
                    && !week.sunday().isAfter(to)) {
                all.add(Deadline.on(
                        week.sunday(),
                        TimeHomeCard.key(week),
                        TimeHomeCard.sheetTitle(week, t),
                        WeekPageAssembler.url(week.toString()),
                        DeadlineOwner.MINE));
            }
        }
        return all;
    }

    private static Deadline end(UUID id, LocalDate day, boolean hers, Words t) {
        return Deadline.on(
                day,
                "plan.time/contract/" + id,
                t.say(hers ? "time.deadline.own-contract" : "time.deadline.contract"),
                hers ? TimeMenu.ROOM + "/week" : TimeMenu.ROOM + "/contracts",
                hers ? DeadlineOwner.MINE : DeadlineOwner.TEAM);
    }

    private static boolean isOwnContract(ContractTerms contract) {
        return contract.person().value().equals(CurrentActor.get().personId());
    }
}
