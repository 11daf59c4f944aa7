package org.convergence.example;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolKind;
import org.convergence.education.tool.domain.Tool.EditionFacts;
import org.convergence.education.tool.domain.Tool.HandOutFacts;
import org.convergence.education.tool.domain.Tool.LoanFacts;
import org.convergence.education.tool.domain.Tool.LoanReturn;
import org.convergence.education.tool.domain.Tool.ToolFacts;
import org.convergence.education.tool.domain.ToolConsentService;
import org.convergence.education.tool.domain.ToolConsentService.ToolConsentFacts;
import org.convergence.education.tool.domain.ToolLoanService;
import org.convergence.education.tool.domain.ToolService;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A comic made here in two languages, a guide made elsewhere, and a kit of which one is lent and one came back. */
@Component
record ToolChapter(
        ToolService tools, ToolLoanService loans, ToolConsentService consents, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor staff = hands.actorOf(ExampleUser.WAPIKONI);
        ToolId comic = tool(staff, "Les mains dans la serre", ToolKind.COMIC, "Travail agricole", null, 40);
        UUID french = edition(staff, comic, "fr", "2e édition", today.minusDays(160), today.minusDays(156));
        edition(staff, comic, "es", "1re édition", today.minusDays(3), null);
        operations.runAs(
                staff,
                "tool.consent",
                () -> consents.add(
                        french,
                        new ToolConsentFacts(
                                "Page 12, témoignage d’une travailleuse",
                                "Classeur bleu du local",
                                today.plusYears(2))));
        UUID pile = operations.callAs(
                staff,
                "tool.print",
                () -> tools.print(french, today.minusDays(158), 300, "Armoire du local, tablette du haut"));
        handOut(staff, pile, today.minusDays(120), 120, HandOutSetting.CLASS, "04", null);
        handOut(staff, pile, today.minusDays(70), 85, HandOutSetting.UNION, "06", directory.organisation("cosl"));
        handOut(staff, pile, today.minusDays(15), 60, HandOutSetting.EVENT, "03", null);
        ToolId guide = tool(
                staff,
                "Animer une discussion sur l’eau",
                ToolKind.GUIDE,
                "Eau",
                "un réseau d’éducation populaire",
                null);
        edition(staff, guide, "fr", "1re édition", today.minusDays(400), null);
        ToolId kit = tool(staff, "Trousse du vêtement", ToolKind.KIT, "Textile", null, null);
        UUID back = lend(staff, kit, directory, "cosl", "Trousse A", today.minusDays(60), today.minusDays(39));
        operations.runAs(
                staff,
                "tool.return",
                () -> loans.returned(back, new LoanReturn(today.minusDays(41), 46, "Une carte du jeu"), false));
        lend(staff, kit, directory, "rms", "Trousse B", today.minusDays(30), today.minusDays(4));
    }

    private ToolId tool(
            Actor staff,
            String title,
            ToolKind kind,
            String theme,
            @Nullable String madeBy,
            @Nullable Integer reorderAt) {
        PersonId person = new PersonId(Objects.requireNonNull(staff.personId()));
        return operations.callAs(
                staff,
                "tool.save",
                () -> tools.save(null, 0, new ToolFacts(title, kind, theme, madeBy, null, reorderAt, person)));
    }

    private UUID edition(
            Actor staff, ToolId tool, String language, String label, LocalDate on, @Nullable LocalDate deposited) {
        return operations.callAs(
                staff,
                "tool.save-edition",
                () -> tools.saveEdition(
                        tool,
                        null,
                        0,
                        new EditionFacts(
                                language,
                                label,
                                "CC BY-NC-SA 4.0",
                                null,
                                on,
                                deposited,
                                deposited,
                                "https://www.sep.example/outils/" + language + ".pdf")));
    }

    private void handOut(
            Actor staff,
            UUID pile,
            LocalDate on,
            int copies,
            HandOutSetting setting,
            String region,
            @Nullable OrganisationId receiver) {
        operations.callAs(
                staff,
                "tool.hand-out",
                () -> tools.handOut(pile, new HandOutFacts(on, copies, setting, region, receiver, ""), false));
    }

    private UUID lend(
            Actor staff,
            ToolId kit,
            ExampleDirectory directory,
            String holder,
            String copy,
            LocalDate on,
            LocalDate due) {
        return operations.callAs(
                staff,
                "tool.lend",
                () -> loans.lend(kit, new LoanFacts(copy, directory.organisation(holder), "", null, on, due)));
    }
}
