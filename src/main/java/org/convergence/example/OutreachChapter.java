package org.convergence.example;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.consent.domain.SenderIdentity;
import org.convergence.directory.consent.domain.SenderIdentityService;
import org.convergence.directory.segment.SegmentId;
import org.convergence.directory.segment.domain.SegmentCriteria;
import org.convergence.directory.segment.domain.SegmentService;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterPreviewService;
import org.convergence.outreach.newsletter.domain.NewsletterSendingService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.domain.NewsletterService.BlockInput;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewsletterSettings;
import org.convergence.outreach.relay.domain.Relay.RelayAnswer;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayKit.RelayKitFacts;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.outreach.relay.domain.RelayService;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The word that goes out: two segments, eight issues of the newsletter (six sent, one about to leave, one being
 * translated), and a kit that two unions relayed.
 */
@Component
record OutreachChapter(
        SegmentService segments,
        ConsentLedgerService consents,
        SenderIdentityService identity,
        NewsletterService newsletters,
        NewsletterPreviewService previews,
        NewsletterSendingService sending,
        NewsletterChapter issues,
        RelayService relays,
        ActionPlans plans,
        OrganisationSettings settings,
        AuditedOperations operations) {

    private static final String TEAM = "https://www.sep.example/equipe";

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        LocalDate today = calendar.today();
        operations.runAs(
                hands.coordinator(),
                "consent.change-sender",
                () -> identity.save(
                        identity.findCurrent().version(),
                        new SenderIdentity(
                                null,
                                "18, rue du Port, bureau 2, Trois-Rivières (Québec) G9A 0A0",
                                "bonjour@sep.example",
                                "Coordination",
                                "819 555-0100")));
        List.of("etienne", "emilienne", "kevin")
                .forEach(key -> operations.callAs(
                        staff, "consent.give", () -> consents.record(published(directory, key, today.minusDays(200)))));
        SegmentId officers = operations.callAs(
                staff,
                "segment.create",
                () -> segments.create(
                        "Responsables des communications",
                        new SegmentCriteria(Map.of("function", List.of("communication")))));
        SegmentId everyone = operations.callAs(
                staff, "segment.create", () -> segments.create("Abonnées et abonnés", new SegmentCriteria(Map.of())));
        @Nullable ActionId line = operations.callAs(staff, "newsletter.begin", this::findLine);
        NewsletterId last = issues.enter(staff, directory, everyone, line, today);
        aboutToLeave(staff, everyone, line, today.plusDays(9));
        beingTranslated(staff, officers, line);
        relayed(staff, directory, officers, line, today, article(staff, last));
    }

    private static ConsentRecord published(ExampleDirectory directory, String person, LocalDate day) {
        return new ConsentRecord(
                directory.person(person),
                ConsentChannel.MAIL,
                null,
                Basis.PUBLISHED,
                day,
                null,
                ConsentMethod.PAPER,
                null,
                null,
                TEAM,
                "Responsable des communications",
                null);
    }

    private @Nullable ActionId findLine() {
        return plans.findLines(plans.findInForce().stream().map(PlanSummary::id).toList()).stream()
                .filter(each ->
                        each.text().contains("infolettre") || each.text().contains("bulletin"))
                .map(PlanLine::id)
                .findFirst()
                .orElse(null);
    }

    /** The article of an issue, as a kit names it. */
    private @Nullable String article(Actor staff, NewsletterId issue) {
        return operations.callAs(
                staff,
                "newsletter.begin",
                () -> newsletters.findBlocks(issue).stream()
                        .filter(each -> each.kind() == NewsletterBlockKind.ARTICLE)
                        .map(each -> "outreach.newsletter/" + each.id())
                        .findFirst()
                        .orElse(null));
    }

    /** With a mail server, links of this machine alone hinder the sending: the issue stays a draft, as it would for a person. */
    private void aboutToLeave(Actor staff, SegmentId to, @Nullable ActionId line, LocalDate on) {
        NewsletterId issue = issues.create(
                staff,
                new NewsletterSettings(List.of("fr"), to, false, line),
                "Deux rives, une même couture",
                "Bonjour,\n\nDes couturières d’ici et d’ailleurs se parlent. Voici ce qu’elles se disent.",
                "Signez pour un salaire viable",
                "La lettre est en ligne jusqu’à la fin du mois.");
        if (!operations
                .callAs(staff, "newsletter.confirm", () -> previews.findObstacles(issue))
                .isEmpty()) {
            return;
        }
        operations.runAs(
                staff,
                "newsletter.confirm",
                () -> sending.confirm(
                        issue,
                        newsletters.findById(issue).version(),
                        on.atTime(LocalTime.of(9, 0))
                                .atZone(settings.current().zone())
                                .toInstant(),
                        NewsletterSendingService.USUAL_ERRORS));
    }

    /** The French text was changed after its translation. */
    private void beingTranslated(Actor staff, SegmentId to, @Nullable ActionId line) {
        NewsletterId issue = issues.create(
                staff,
                new NewsletterSettings(List.of("fr", "es"), to, true, line),
                "Pour vos bulletins",
                "Bonjour,\n\nUn texte à reprendre.",
                "La friperie forme ses voisines",
                "Un atelier par mois, ouvert à tout le monde.");
        for (NewsletterBlock block : findBlocks(staff, issue)) {
            BlockText french = block.text("fr").orElseThrow();
            operations.runAs(
                    staff,
                    "newsletter.write",
                    () -> newsletters.updateBlock(
                            issue,
                            block.id(),
                            block.version(),
                            new BlockInput(null, null, Map.of("fr", french, "es", spanish(block.kind())), List.of())));
        }
        NewsletterBlock article = findBlocks(staff, issue).get(2);
        BlockText french = article.text("fr").orElseThrow();
        operations.runAs(
                staff,
                "newsletter.write",
                () -> newsletters.updateBlock(
                        issue,
                        article.id(),
                        article.version(),
                        new BlockInput(
                                null,
                                null,
                                Map.of(
                                        "fr",
                                        new BlockText(
                                                "fr",
                                                0,
                                                french.title(),
                                                "Deux ateliers par mois, ouverts à tout le monde."),
                                        "es",
                                        article.text("es").orElseThrow()),
                                List.of())));
    }

    private List<NewsletterBlock> findBlocks(Actor staff, NewsletterId issue) {
        return operations.callAs(staff, "newsletter.write", () -> newsletters.findBlocks(issue));
    }

    private static BlockText spanish(NewsletterBlockKind kind) {
        return switch (kind) {
            case SUBJECT -> new BlockText("es", 0, "Para sus boletines", "");
            case LEAD -> new BlockText("es", 0, "", "Hola:\n\nUn texto para difundir.");
            default ->
                new BlockText(
                        "es",
                        0,
                        "La tienda de ropa usada forma a sus vecinas",
                        "Un taller al mes, abierto a todo el mundo.");
        };
    }

    private void relayed(
            Actor staff,
            ExampleDirectory directory,
            SegmentId officers,
            @Nullable ActionId line,
            LocalDate today,
            @Nullable String article) {
        RelayKitId kit = operations.callAs(
                staff,
                "relay.write",
                () -> relays.save(
                        null,
                        0,
                        new RelayKitFacts(
                                "Nos vêtements, leurs salaires",
                                "Un chandail sur dix vendu ici est cousu dans une zone franche. Des ouvrières y demandent un"
                                        + " salaire viable, et nous demandent d’en parler.\n\nParlez-en dans votre milieu.",
                                null,
                                null,
                                "Libre de reprise avec mention de la source",
                                today.plusDays(30),
                                officers,
                                line,
                                article,
                                "Un chandail sur dix vendu ici est cousu dans une zone franche. Des ouvrières y demandent un"
                                        + " salaire viable\u00a0: parlez-en dans votre milieu.",
                                "",
                                null,
                                List.of(new KitText(
                                        "en",
                                        "Our clothes, their wages",
                                        "One sweater in ten sold here is sewn in a free zone. Its workers ask for a living wage,"
                                                + " and ask us to speak of it.\n\nTell your people.",
                                        null,
                                        null))),
                        null));
        answer(staff, kit, directory, "cosl", today.minusDays(6), "Bulletin de l’automne", 4_200);
        UUID seen = answer(staff, kit, directory, "asne", today.minusDays(3), "Infolettre aux sections", null);
        operations.runAs(
                staff,
                "relay.see",
                () -> relays.recordSeen(seen, "https://www.asne.example/nouvelles/salaires", today.minusDays(3)));
    }

    private UUID answer(
            Actor staff,
            RelayKitId kit,
            ExampleDirectory directory,
            String organisation,
            LocalDate on,
            String channel,
            @Nullable Integer circulation) {
        return operations.callAs(
                staff,
                "relay.answer",
                () -> relays.recordAnswer(
                        kit,
                        directory.organisation(organisation),
                        new RelayAnswer(RelayState.DECLARED, on, channel, null, circulation)));
    }
}
