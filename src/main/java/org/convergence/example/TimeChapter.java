package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.domain.ContractService;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.domain.HoursCell;
import org.convergence.plan.time.domain.Leave;
import org.convergence.plan.time.domain.LeaveService;
import org.convergence.plan.time.domain.SheetApprovalService;
import org.convergence.plan.time.domain.TimePost;
import org.convergence.plan.time.domain.Week;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.plan.time.domain.WeekSheetQueries;
import org.convergence.plan.time.domain.WeekSheetService;
import org.convergence.plan.time.domain.WorkCalendarService;
import org.convergence.plan.time.domain.WorkCalendarService.Closure;
import org.convergence.plan.time.domain.WorkingWeek;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours of the team: contracts, one of which ends soon, holidays, some days of leave, the last weeks. */
@Component
record TimeChapter(
        ContractService contracts,
        WorkCalendarService closures,
        LeaveService leaves,
        WeekSheetQueries weekSheetQueries,
        WeekSheetService sheets,
        SheetApprovalService approval,
        AuditedOperations operations) {

    private static final int WEEKS = 4;

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        LocalDate longAgo = calendar.previousStart();
        agree(hands, ExampleUser.MARYSE, longAgo, null, ContractSource.PERMANENT, "7");
        agree(hands, ExampleUser.IDRISS, longAgo, null, ContractSource.PERMANENT, "5.6");
        agree(hands, ExampleUser.NADEGE, today.minusWeeks(14), today.plusWeeks(16), ContractSource.WAGE_SUBSIDY, "6");
        agree(hands, ExampleUser.WAPIKONI, today.minusWeeks(6), today.plusWeeks(9), ContractSource.INTERN, "4");
        agree(hands, ExampleUser.ELODIE, longAgo, null, ContractSource.VOLUNTEER, "0.5");
        holidays(hands, calendar);
        LocalDate leave = calendar.workingDay(today.plusDays(20));
        operations.callAs(
                hands.coordinator(),
                "time.add",
                () -> leaves.create(new Leave(person(hands, ExampleUser.IDRISS), leave, leave.plusDays(4), null)));
        for (ExampleUser part : List.of(ExampleUser.IDRISS, ExampleUser.NADEGE)) {
            for (int back = WEEKS; back > 0; back--) {
                week(hands, hands.actorOf(part), Week.of(today).plus(-back), back);
            }
        }
    }

    private void agree(
            ExampleActors hands,
            ExampleUser part,
            LocalDate from,
            @Nullable LocalDate to,
            ContractSource source,
            String hoursADay) {
        var facts = new ContractTerms(
                person(hands, part),
                from,
                to,
                source,
                WorkingWeek.fiveDays(hoursADay),
                ContractTerms.USUAL_OFFICE_SHARE,
                false,
                // The coordinator's weeks are approved by a board member.
                part == ExampleUser.MARYSE ? person(hands, ExampleUser.THERESE) : null);
        operations.callAs(hands.coordinator(), "time.agree", () -> contracts.create(facts));
    }

    private void holidays(ExampleActors hands, ExampleCalendar calendar) {
        int year = calendar.today().getYear();
        for (int each : new int[] {year, year + 1}) {
            operations.callAs(hands.coordinator(), "time.take", () -> {
                List<LocalDate> usual = closures.proposeHolidays(each).stream()
                        .filter(WorkCalendarService.ProposedHoliday::usual)
                        .map(proposed -> proposed.closure().from())
                        .toList();
                return closures.addHolidays(each, usual);
            });
        }
        var feast = new Closure(
                Closure.ClosureKind.CLOSURE,
                "Congé des fêtes",
                LocalDate.of(year, 12, 26),
                LocalDate.of(year + 1, 1, 2),
                "Décision du conseil d’administration");
        operations.callAs(hands.coordinator(), "time.add", () -> closures.create(feast));
    }

    /** The proposed hours, and office work for the rest of each day; the latest week waits for approval. */
    private void week(ExampleActors hands, Actor who, Week week, int back) {
        operations.runAs(who, "time.save", () -> {
            WeekSheet sheet = weekSheetQueries.findOwn(week);
            List<HoursCell> cells = new ArrayList<>();
            sheet.lines()
                    .forEach(line ->
                            line.hours().forEach((day, hours) -> cells.add(new HoursCell(line.post(), day, hours))));
            for (WeekSheet.WeekSheetDay day : sheet.days()) {
                BigDecimal rest = day.contract().subtract(sheet.totalOn(day.day()));
                if (rest.signum() > 0) {
                    cells.add(new HoursCell(TimePost.OFFICE, day.day(), rest));
                }
            }
            sheets.save(week, sheet.version(), cells, true);
        });
        if (back > 1) {
            var person = new PersonId(Objects.requireNonNull(who.personId()));
            operations.runAs(hands.coordinator(), "time.approve", () -> approval.approve(person, week, 1));
        }
    }

    private static PersonId person(ExampleActors hands, ExampleUser part) {
        return new PersonId(Objects.requireNonNull(hands.actorOf(part).personId()));
    }
}
