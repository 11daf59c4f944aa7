package org.convergence.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.segment.SegmentId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterArchiveService;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterElsewhereService;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.NewsletterPictureFacts;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PictureAlternative;
import org.convergence.outreach.newsletter.domain.NewsletterPicture.PicturedPeople;
import org.convergence.outreach.newsletter.domain.NewsletterPictureService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewBlock;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewsletterSettings;
import org.convergence.outreach.newsletter.domain.PastIssueService;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Six issues of the newsletter, all in the archive: five that another tool sent, and the last one, which left from here
 * with its letters, two that came back, a withdrawal and replies.
 */
@Component
record NewsletterChapter(
        NewsletterService newsletters,
        NewsletterElsewhereService elsewhere,
        NewsletterArchiveService archive,
        PastIssueService past,
        NewsletterPictureService pictures,
        DocumentService documents,
        ConsentLedgerService consents,
        AuditedOperations operations) {

    private static final Set<String> RETURNED =
            Set.of("amelie.fortier-poulin@crc-cosl.example", "jules.jourdain@crcn-asne.example");
    private static final int SENT_HERE = 17;

    /** An issue that left. */
    private record PastIssue(int daysAgo, String subject, String lead, String title, String body, int replies) {}

    private static final List<PastIssue> ISSUES = List.of(
            new PastIssue(
                    105,
                    "L’année commence par une couture",
                    "Bonjour,\n\nUn nouveau plan, et quatre rendez-vous à noter.",
                    "Le plan de l’année en deux pages",
                    "Salaires viables, soins, friperie, jeunes\u00a0: voici à quoi votre cotisation sert cette année.",
                    3),
            new PastIssue(
                    84,
                    "Celles qui prennent soin",
                    "Bonjour,\n\nUn dossier pour vos comités.",
                    "La convention 189 a quinze ans",
                    "Des travailleuses domestiques d’ici et du Bajío se sont parlé. Ce qu’elles demandent tient en une page.",
                    2),
            new PastIssue(
                    63,
                    "Un été de rencontres",
                    "Bonjour,\n\nDes nouvelles de nos partenaires.",
                    "À Ouanaminthe, l’école du soir rouvre",
                    "Quarante personnes se sont inscrites. Merci aux sections qui ont donné.",
                    5),
            new PastIssue(
                    45,
                    "Ce que l’automne a permis",
                    "Bonjour,\n\nUn automne de visites et d’ateliers, grâce à vous.",
                    "La friperie forme ses voisines",
                    "Un atelier par mois, ouvert à tout le monde.\n\nNos ateliers continuent cet hiver. Invitez-nous.",
                    6),
            new PastIssue(
                    31,
                    "Qui répond du colis?",
                    "Bonjour,\n\nLa campagne commence\u00a0: trois gestes, dix minutes.",
                    "Le Colis à toute heure",
                    "Jeu d’une heure pour vos réunions. Nous l’apportons, vous gardez la trousse.",
                    1),
            new PastIssue(
                    SENT_HERE,
                    "Nos vêtements, leurs salaires",
                    "Bonjour,\n\nUne demande des ouvrières, à faire circuler.",
                    "Un salaire viable, enfin",
                    "Un chandail sur dix vendu ici est cousu dans une zone franche. Des ouvrières y demandent un salaire"
                            + " viable, et nous demandent d’en parler.",
                    9));

    /** The issues; returns the last one. */
    NewsletterId enter(
            Actor staff, ExampleDirectory directory, SegmentId to, @Nullable ActionId line, LocalDate today) {
        List<NewsletterId> issues = new ArrayList<>();
        for (PastIssue each : ISSUES) {
            NewsletterId issue = create(
                    staff,
                    new NewsletterSettings(List.of("fr"), to, false, line),
                    each.subject(),
                    each.lead(),
                    each.title(),
                    each.body());
            LocalDate on = today.minusDays(each.daysAgo());
            if (each.daysAgo() == SENT_HERE) {
                operations.runAs(staff, "newsletter.set-picture", () -> illustrate(issue));
                operations.runAs(staff, "newsletter.start", () -> past.send(issue, on, RETURNED));
            } else {
                operations.runAs(staff, "newsletter.record-sent", () -> elsewhere.recordSent(issue, on));
            }
            operations.runAs(staff, "newsletter.count-replies", () -> newsletters.countReplies(issue, each.replies()));
            operations.runAs(staff, "newsletter.archive", () -> archive.setArchived(issue, true));
            issues.add(issue);
        }
        operations.callAs(
                staff,
                "consent.withdraw",
                () -> consents.withdraw(
                        directory.person("frederic"),
                        ConsentChannel.MAIL,
                        Purpose.NEWS,
                        today.minusDays(SENT_HERE - 2),
                        ConsentMethod.MESSAGE,
                        "Réponse à l’infolettre"));
        return issues.get(issues.size() - 1);
    }

    /** A picture for the opening words, in which nobody can be recognised. */
    private void illustrate(NewsletterId issue) {
        NewsletterBlock lead = newsletters.findBlocks(issue).get(1);
        var file = new ClassPathResource("example/images/mai.jpg");
        try (PreparedDocument prepared =
                documents.prepare(Upload.of("mai.jpg", file), NewsletterPicture.LONGEST_SIDE)) {
            pictures.save(
                    issue,
                    lead.id(),
                    0,
                    new NewsletterPictureFacts(
                            "Collectif d’images de l’exemple, CC BY 4.0",
                            PicturedPeople.NOBODY,
                            "",
                            null,
                            List.of(
                                    new PictureAlternative(
                                            "fr",
                                            "Une foule avec des drapeaux dans une rue, derrière une bannière au nom de l’organisation."))),
                    prepared);
        }
    }

    /** An issue with a lead and an article. */
    NewsletterId create(Actor staff, NewsletterSettings to, String subject, String lead, String title, String body) {
        return operations.callAs(
                staff,
                "newsletter.begin",
                () -> newsletters.create(
                        to,
                        List.of(
                                new NewBlock(NewsletterBlockKind.SUBJECT, subject, "", null, null),
                                new NewBlock(NewsletterBlockKind.LEAD, "", lead, null, null),
                                new NewBlock(NewsletterBlockKind.ARTICLE, title, body, null, null))));
    }
}
