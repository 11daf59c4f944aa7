package org.convergence.example;

import java.time.LocalDate;
import java.time.MonthDay;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.domain.KnownDay;
import org.convergence.plan.observance.domain.ObservanceKind;
import org.convergence.plan.observance.domain.ObservanceService;
import org.convergence.plan.observance.domain.ObservanceService.ObservanceFacts;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** Three days that return each year: two well-known ones, and one of the organisation's own that comes soon. */
@Component
record ObservanceChapter(ObservanceService days, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate soon = calendar.today().plusDays(25).withDayOfMonth(15);
        add(
                who,
                "Journée internationale des droits des femmes",
                KnownDay.WOMEN.date(),
                8,
                "Marche à midi avec le comité.");
        add(who, "Journée des droits de la personne", KnownDay.HUMAN_RIGHTS.date(), 4, "");
        add(who, "Fête du quartier solidaire", MonthDay.from(soon), 5, "Réserver la salle; prévenir trois groupes.");
    }

    private ObservanceId add(Actor who, String name, MonthDay date, int weeksAhead, String note) {
        return operations.callAs(
                who,
                "observance.save",
                () -> days.save(
                        null,
                        0,
                        new ObservanceFacts(name, ObservanceKind.DAY, date, false, weeksAhead, note, null, null)));
    }
}
