package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.domain.Cell;
import org.convergence.plan.time.domain.Closure;
import org.convergence.plan.time.domain.ContractFacts;
import org.convergence.plan.time.domain.ContractKeeping;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.Leave;
import org.convergence.plan.time.domain.LeaveKeeping;
import org.convergence.plan.time.domain.Post;
import org.convergence.plan.time.domain.SheetApproval;
import org.convergence.plan.time.domain.SheetKeeping;
import org.convergence.plan.time.domain.SheetReading;
import org.convergence.plan.time.domain.Week;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.plan.time.domain.WorkCalendar;
import org.convergence.plan.time.domain.WorkingWeek;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours of the team: contracts, one of which ends soon, holidays, some days of leave, the last weeks. */
@Component
class TimeChapter {

    private static final int WEEKS = 4;

    private final ContractKeeping contracts;
    private final WorkCalendar closures;
    private final LeaveKeeping leaves;
    private final SheetReading reading;
    private final SheetKeeping sheets;
    private final SheetApproval approval;
    private final Gestures gestures;

    TimeChapter(
            ContractKeeping contracts,
            WorkCalendar closures,
            LeaveKeeping leaves,
            SheetReading reading,
            SheetKeeping sheets,
            SheetApproval approval,
            Gestures gestures) {
        this.contracts = contracts;
        this.closures = closures;
        this.leaves = leaves;
        this.reading = reading;
        this.sheets = sheets;
        this.approval = approval;
        this.gestures = gestures;
    }

    void enter(Hands hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        LocalDate longAgo = calendar.previousStart();
        agree(hands, Part.MARYSE, longAgo, null, ContractSource.PERMANENT, "7");
        agree(hands, Part.IDRISS, longAgo, null, ContractSource.PERMANENT, "5.6");
        agree(hands, Part.NADEGE, today.minusWeeks(14), today.plusWeeks(16), ContractSource.WAGE_SUBSIDY, "6");
        agree(hands, Part.WAPIKONI, today.minusWeeks(6), today.plusWeeks(9), ContractSource.INTERN, "4");
        agree(hands, Part.ELODIE, longAgo, null, ContractSource.VOLUNTEER, "0.5");
        holidays(hands, calendar);
        LocalDate leave = calendar.workingDay(today.plusDays(20));
        gestures.by(
                hands.coordinator(),
                "LeaveKeeping.add",
                () -> leaves.add(new Leave(person(hands, Part.IDRISS), leave, leave.plusDays(4), null)));
        for (Part part : List.of(Part.IDRISS, Part.NADEGE)) {
            for (int back = WEEKS; back > 0; back--) {
                week(hands, hands.of(part), Week.of(today).plus(-back), back);
            }
        }
    }

    private void agree(
            Hands hands, Part part, LocalDate from, @Nullable LocalDate to, ContractSource source, String hoursADay) {
        var facts = new ContractFacts(
                person(hands, part),
                from,
                to,
                source,
                WorkingWeek.fiveDays(hoursADay),
                ContractFacts.USUAL_OFFICE_SHARE,
                false,
                // The coordinator's weeks are approved by a board member.
                part == Part.MARYSE ? person(hands, Part.THERESE) : null);
        gestures.by(hands.coordinator(), "ContractKeeping.agree", () -> contracts.agree(facts));
    }

    private void holidays(Hands hands, ExampleCalendar calendar) {
        int year = calendar.today().getYear();
        for (int each : new int[] {year, year + 1}) {
            gestures.by(hands.coordinator(), "WorkCalendar.take", () -> {
                List<LocalDate> usual = closures.proposals(each).stream()
                        .filter(WorkCalendar.Proposed::usual)
                        .map(proposed -> proposed.closure().from())
                        .toList();
                return closures.take(each, usual);
            });
        }
        var feast = new Closure(
                Closure.Kind.CLOSURE,
                "Congé des fêtes",
                LocalDate.of(year, 12, 26),
                LocalDate.of(year + 1, 1, 2),
                "Décision du conseil d’administration");
        gestures.by(hands.coordinator(), "WorkCalendar.add", () -> closures.add(feast));
    }

    /** The proposed hours, and office work for the rest of each day; the latest week waits for approval. */
    private void week(Hands hands, Actor who, Week week, int back) {
        gestures.doneBy(who, "SheetKeeping.save", () -> {
            WeekSheet sheet = reading.own(week);
            List<Cell> cells = new ArrayList<>();
            sheet.lines()
                    .forEach(line ->
                            line.hours().forEach((day, hours) -> cells.add(new Cell(line.post(), day, hours))));
            for (WeekSheet.Day day : sheet.days()) {
                BigDecimal rest = day.contract().subtract(sheet.on(day.day()));
                if (rest.signum() > 0) {
                    cells.add(new Cell(Post.OFFICE, day.day(), rest));
                }
            }
            sheets.save(week, sheet.version(), cells, true);
        });
        if (back > 1) {
            var person = new PersonId(Objects.requireNonNull(who.personId()));
            gestures.doneBy(hands.coordinator(), "SheetApproval.approve", () -> approval.approve(person, week, 1));
        }
    }

    private static PersonId person(Hands hands, Part part) {
        return new PersonId(Objects.requireNonNull(hands.of(part).personId()));
    }
}
