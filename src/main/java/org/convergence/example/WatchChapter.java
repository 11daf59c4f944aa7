package org.convergence.example;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.watch.domain.DigestService;
import org.convergence.cooperation.watch.domain.FeedService;
import org.convergence.cooperation.watch.domain.WatchDigest.ChosenLine;
import org.convergence.cooperation.watch.domain.WatchItem.ItemTranslation;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemFacts;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchLead;
import org.convergence.cooperation.watch.domain.WatchItem.WatchReliability;
import org.convergence.cooperation.watch.domain.WatchPolicy;
import org.convergence.cooperation.watch.domain.WatchService;
import org.convergence.directory.people.Party;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The watch of three countries, and of ours for partners: items that are reported, corroborated and refuted, a partner's
 * note that waits for her yes, a digest that was made, and a feed that is paused, since nothing answers at its address.
 */
@Component
record WatchChapter(WatchService watch, FeedService feeds, DigestService digests, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        LocalDate today = calendar.today();
        operations.runAs(
                staff,
                "watch.context",
                () -> watch.writeContext(
                        new Country("MX"),
                        0,
                        "La réforme du travail donne le vote secret aux syndiquées, mais peu d’inspectrices la font"
                                + " respecter dans les champs du Bajío."));
        operations.runAs(
                staff,
                "watch.context",
                () -> watch.writeContext(
                        new Country("HT"),
                        0,
                        "Les zones franches ferment un jour sur trois. Se réunir est risqué; on se parle le matin."));
        WatchItemId wage = item(
                staff,
                "Le salaire minimum du textile augmentera\nhttps://depeches.exemple.org/salaire-textile",
                facts(
                        "HT",
                        "Le salaire minimum du textile augmentera",
                        "Nos partenaires le demandaient depuis deux ans.",
                        WatchReliability.CORROBORATED,
                        WatchAudience.MEMBERS,
                        today.plusDays(60)));
        operations.runAs(
                staff,
                "watch.digest",
                () -> digests.create(
                        WatchAudience.MEMBERS,
                        "fr",
                        List.of(new ChosenLine(
                                wage,
                                "Le salaire minimum du textile augmentera – Nos partenaires le demandaient depuis deux"
                                        + " ans."))));
        item(
                staff,
                "Chaleur extrême dans les champs de fraises\nhttps://campo.exemple.org/calor",
                facts(
                        "MX",
                        "Chaleur extrême dans les champs de fraises",
                        "L’eau et l’ombre sont au cœur de notre projet.",
                        WatchReliability.REPORTED,
                        WatchAudience.MEMBERS,
                        today.plusDays(45),
                        WatchLead.POSITION,
                        today.plusDays(9)));
        item(
                staff,
                "Une route du Cauca serait fermée",
                facts(
                        "CO",
                        "Une route du Cauca serait fermée",
                        "Deux sources sur place disent qu’elle est ouverte.",
                        WatchReliability.REFUTED,
                        WatchAudience.TEAM,
                        today.plusDays(20)));
        item(
                staff,
                "Contrôles plus fréquents entre Popayán et la côte",
                facts(
                        "CO",
                        "Contrôles plus fréquents entre Popayán et la côte",
                        "À dire à qui part.",
                        WatchReliability.CORROBORATED,
                        WatchAudience.TEAM,
                        today.plusDays(30),
                        WatchLead.GUIDE,
                        today.plusDays(5)));
        item(
                staff,
                "Québec étudie une loi sur les chaînes d’approvisionnement",
                facts(
                        "CA",
                        "Québec étudie une loi sur les chaînes d’approvisionnement",
                        "Une audience publique est annoncée.",
                        WatchReliability.CORROBORATED,
                        WatchAudience.EVERYONE,
                        today.plusDays(90),
                        null,
                        null,
                        null,
                        List.of(new ItemTranslation(
                                "es",
                                "Quebec estudia una ley sobre las cadenas de suministro; habrá audiencia pública."))));
        note(staff, directory, today);
        operations.runAs(
                staff,
                "watch.add-feed",
                () -> feeds.addOff(
                        new Country("HT"),
                        "Dépêches du travail en Haïti",
                        URI.create("https://depeches.exemple.invalid/haiti.xml")));
    }

    private void note(Actor staff, ExampleDirectory directory, LocalDate today) {
        String words = "Les parents de l’école du soir sont suivis depuis lundi";
        WatchItemId id = keep(staff, words + ".\nNe dites pas encore où.", "HT", true);
        operations.runAs(
                staff,
                "watch.write",
                () -> watch.update(
                        id,
                        1,
                        facts(
                                "HT",
                                words,
                                "",
                                WatchReliability.REPORTED,
                                WatchAudience.TEAM,
                                today.plusDays(30),
                                WatchLead.URGENT_ACTION,
                                today.plusDays(3),
                                directory.organisation("afmk"),
                                List.of())));
    }

    private WatchItemId keep(Actor staff, String pasted, String country, boolean isNote) {
        return operations.callAs(
                staff,
                "watch.keep",
                () -> watch.keep(WatchPolicy.parsePaste(pasted), new Country(country), isNote)
                        .id());
    }

    private WatchItemId item(Actor staff, String pasted, WatchItemFacts facts) {
        WatchItemId id = keep(staff, pasted, facts.country().code(), false);
        operations.runAs(staff, "watch.write", () -> watch.update(id, 1, facts));
        return id;
    }

    private static WatchItemFacts facts(
            String country,
            String title,
            String context,
            WatchReliability reliability,
            WatchAudience audience,
            LocalDate expires) {
        return facts(country, title, context, reliability, audience, expires, null, null);
    }

    private static WatchItemFacts facts(
            String country,
            String title,
            String context,
            WatchReliability reliability,
            WatchAudience audience,
            LocalDate expires,
            @Nullable WatchLead lead,
            @Nullable LocalDate leadBy) {
        return facts(country, title, context, reliability, audience, expires, lead, leadBy, null, List.of());
    }

    private static WatchItemFacts facts(
            String country,
            String title,
            String context,
            WatchReliability reliability,
            WatchAudience audience,
            LocalDate expires,
            @Nullable WatchLead lead,
            @Nullable LocalDate leadBy,
            @Nullable Party contact,
            List<ItemTranslation> translations) {
        return new WatchItemFacts(
                new Country(country),
                title,
                context,
                reliability,
                audience,
                expires,
                contact != null,
                contact,
                lead,
                leadBy,
                null,
                translations);
    }
}
