package org.convergence.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.media.domain.MediaContactService;
import org.convergence.outreach.media.domain.MediaPostService;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseFacts;
import org.convergence.outreach.media.domain.MediaRelease.MediaReleaseId;
import org.convergence.outreach.media.domain.MediaRelease.ReleaseText;
import org.convergence.outreach.media.domain.MediaReleaseService;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestFacts;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestId;
import org.convergence.outreach.media.domain.MediaRequest.MediaRequestState;
import org.convergence.outreach.media.domain.MediaService;
import org.convergence.outreach.media.domain.MediaService.MediaPickup.MediaPickupFacts;
import org.convergence.outreach.website.domain.WebsiteSettings;
import org.convergence.outreach.website.domain.WebsiteSettingsService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The press and the website: two press contacts, a release and one under embargo, a request that waits, pick-up, posts. */
@Component
record MediaChapter(
        WebsiteSettingsService website,
        MediaService media,
        MediaContactService contacts,
        MediaPostService posts,
        MediaReleaseService releases,
        SenderDirectory senders,
        OrganisationSettings settings,
        AuditedOperations operations) {

    private static final String OUTLET = "Le Quotidien des Deux Rives";

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor coordinator = hands.coordinator();
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        LocalDate today = calendar.today();
        operations.runAs(coordinator, "website.save", () -> website.save(websiteSettings()));
        contact(staff, "Jade Petitclair", "jade.petitclair@deuxrives.example", OUTLET, "travail, textile", List.of());
        contact(staff, "Nilo Barrientos", "nilo@ondas.example", "Radio Ondas Vivas", "maquilas", List.of("MX"));
        MediaReleaseId issued = release(
                staff,
                "Nos tiroirs disent d’où vient le travail",
                "Une exposition dans vingt salles du Québec suit un chandail, de la fibre au bac de récupération.",
                null);
        operations.runAs(coordinator, "media.issue-release", () -> releases.issue(issued));
        release(
                staff,
                "Salaire viable\u00a0: trois syndicats s’engagent",
                "Le rapport paraît jeudi. Les trois organisations le présentent ensemble.",
                today.plusDays(6)
                        .atTime(LocalTime.of(6, 0))
                        .atZone(settings.current().zone())
                        .toInstant());
        request(staff, directory, "Les conditions des couturières de Puebla", today.plusDays(1), "15:30", null);
        MediaRequestId answered = request(
                staff,
                directory,
                "Ce que deviennent les vêtements donnés",
                today.minusDays(20),
                "11:00",
                "Déclaration adoptée par le conseil");
        operations.runAs(
                staff,
                "media.end-request",
                () -> media.endRequest(
                        answered, 1, MediaRequestState.ANSWERED, "Entrevue de douze minutes, diffusée le lendemain."));
        pickup(staff, "Où vont nos vêtements?", today.minusDays(19), true, answered, null);
        pickup(staff, "Une exposition qui remonte le fil", today.minusDays(2), false, null, issued);
        YearMonth last = YearMonth.from(today).minusMonths(1);
        operations.runAs(
                staff,
                "media.add-posts",
                () -> posts.addPosts(
                        last,
                        List.of(
                                "https://reseau.example/partage/101",
                                "https://reseau.example/partage/102",
                                "https://www.sep.example/nouvelles/exposition")));
    }

    private static WebsiteSettings websiteSettings() {
        return new WebsiteSettings(
                null,
                0,
                List.of("https://www.sep.example"),
                true,
                true,
                true,
                "Des syndicats et des groupes d’ici et d’ailleurs, ensemble pour des conditions de travail dignes.\n\n"
                        + "Nous donnons des ateliers, accueillons des partenaires et portons leurs demandes.",
                "Unions and groups from here and elsewhere, together for decent working conditions.",
                "Sindicatos y grupos de aquí y de otras partes, juntos por condiciones de trabajo dignas.");
    }

    private static ChosenParties<OrganisationId> outlet(String name) {
        return new ChosenParties<>(List.of(), List.of(name));
    }

    private void contact(Actor staff, String name, String mail, String outlet, String themes, List<String> countries) {
        operations.runAs(staff, "media.save-contact", () -> {
            PersonId person = senders.enter(name, mail);
            contacts.save(null, 0, person, outlet(outlet), themes, countries, null, null);
        });
    }

    private MediaReleaseId release(Actor staff, String title, String body, @Nullable Instant embargo) {
        return operations.callAs(
                staff,
                "media.write-release",
                () -> releases.save(
                        null,
                        0,
                        new MediaReleaseFacts(
                                List.of(new ReleaseText("fr", title, body)),
                                "La coordination, 819 555-0100",
                                null,
                                null,
                                embargo)));
    }

    private MediaRequestId request(
            Actor staff, ExampleDirectory directory, String about, LocalDate on, String at, @Nullable String mandate) {
        return operations.callAs(
                staff,
                "media.save-request",
                () -> media.saveRequest(
                        null,
                        0,
                        new MediaRequestFacts(
                                null,
                                outlet(OUTLET),
                                "Jade Petitclair, 514 555-0142",
                                about,
                                on,
                                at,
                                directory.person("idriss"),
                                mandate)));
    }

    private void pickup(
            Actor staff,
            String title,
            LocalDate on,
            boolean interview,
            @Nullable MediaRequestId request,
            @Nullable MediaReleaseId release) {
        operations.runAs(
                staff,
                "media.save-pickup",
                () -> media.savePickup(
                        null,
                        0,
                        new MediaPickupFacts(outlet(OUTLET), title, on, interview, null, request, release, null),
                        null));
    }
}
