package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.plan.volunteering.VolunteerTaskId;
import org.convergence.plan.volunteering.domain.VolunteeringQueries;
import org.convergence.plan.volunteering.domain.VolunteeringService;
import org.convergence.plan.volunteering.domain.VolunteeringService.VolunteerTaskFacts;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Three tasks offered by link: one done, one half taken, one that nobody has taken yet. */
@Component
record VolunteeringChapter(VolunteeringService tasks, VolunteeringQueries queries, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        VolunteerTaskId kiosk = offer(
                who, "Tenir le kiosque à la fête de quartier", "Deux heures, à deux.", "2", today.minusDays(20), 2);
        take(who, kiosk, "Odile Tremblay-Roy");
        take(who, kiosk, "Jean-Marc N’Diaye");
        operations.callAs(who, "volunteering.complete", () -> {
            queries.findSignUps(kiosk).forEach(each -> tasks.complete(kiosk, each.id(), new BigDecimal("2.5")));
            return kiosk;
        });
        VolunteerTaskId letters = offer(
                who, "Mettre sous pli les avis de convocation", "Au local, un mardi soir.", "2", today.plusDays(9), 3);
        take(who, letters, "Odile Tremblay-Roy");
        offer(who, "Relire le dossier sur le travail migrant", "Douze pages, à la maison.", "3", today.plusDays(16), 1);
    }

    private VolunteerTaskId offer(Actor who, String what, String detail, String hours, LocalDate due, int places) {
        return operations.callAs(
                who,
                "volunteering.save",
                () -> tasks.save(null, 0, facts(what, detail, new BigDecimal(hours), due, places)));
    }

    private static VolunteerTaskFacts facts(
            String what, String detail, @Nullable BigDecimal hours, LocalDate due, int places) {
        return new VolunteerTaskFacts(what, detail, hours, due, places, null, null);
    }

    private void take(Actor who, VolunteerTaskId task, String name) {
        operations.runAs(who, "volunteering.take", () -> tasks.note(task, name));
    }
}
