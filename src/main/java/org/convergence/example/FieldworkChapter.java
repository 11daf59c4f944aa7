package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.cooperation.fieldwork.domain.PartnerDraftService;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.AcceptanceFacts;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.CountedPlace;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.PartnerReportService;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbookKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.project.PartnerFigures;
import org.convergence.cooperation.project.PartnerFigures.OpenIndicator;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.database.Ids;
import org.convergence.platform.geography.Country;
import org.convergence.platform.imports.ImportRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two partners with a page of their own, what they sent from it, the workbook of one of them, our report to one of them, and a message that one of them has to confirm. */
@Component
record FieldworkChapter(
        PartnerLinkService links,
        PartnerLinkAccess access,
        PartnerEntryService entries,
        PartnerDraftService drafts,
        PartnerEntryQueries queries,
        PartnerWorkbookKind workbooks,
        PartnerFigures figures,
        PartnerReportService reports,
        AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        OrganisationId union = directory.organisation("ujb");
        String unionPage = link(who, union, "es", "MX");
        access.receive(
                unionPage,
                "telefono",
                1,
                List.of(
                        entry(
                                PartnerEntryKind.HAPPENED,
                                today.minusDays(3),
                                "",
                                "Taller sobre el contrato colectivo con las delegadas de dos fincas. Pidieron otro en"
                                        + " enero.",
                                "",
                                null,
                                "24",
                                "3"),
                        entry(
                                PartnerEntryKind.SPENT,
                                today.minusDays(3),
                                "Transportes del Bajío",
                                "Camión de ida y vuelta para las delegadas",
                                "1,850.00",
                                "MXN",
                                null,
                                null)));
        access.receive(
                unionPage,
                "telefono",
                2,
                List.of(entry(
                        PartnerEntryKind.QUESTION,
                        null,
                        "",
                        "¿Podemos usar lo que sobra del transporte para la comida de enero?",
                        "",
                        null,
                        null,
                        null)));
        access.receive(
                unionPage,
                "telefono",
                3,
                List.of(entry(
                        PartnerEntryKind.FIGURES,
                        today.minusDays(10),
                        "Quejas acompañadas hasta el final",
                        "",
                        "6",
                        null,
                        null,
                        null)));
        operations.runAs(who, "fieldwork.accept", () -> countFigures(union));
        operations.callAs(
                who,
                "fieldwork.show-report",
                () -> reports.show(
                        union,
                        today.minusMonths(6),
                        today.minusMonths(3),
                        "Lo que hicimos con ustedes\n- Dos talleres sobre el contrato colectivo, en las fincas.\n- Una visita"
                                + " de cinco días; las notas están con Guadalupe.\n\nLo que prometimos e hicimos\n- El"
                                + " cuaderno de derechos, en español, llegó en dos cajas.\n- La respuesta del segundo"
                                + " fondo todavía falta: la esperamos este otoño.",
                        null));
        operations.runAs(who, "fieldwork.read-workbook", () -> readWorkbook(union, today));
        OrganisationId school = directory.organisation("afmk");
        access.receive(
                link(who, school, "ht", "HT"),
                "telefon",
                1,
                List.of(entry(
                        PartnerEntryKind.FIGURES,
                        today.minusDays(6),
                        "Elèv nan lekòl aswè a",
                        "",
                        "1 204",
                        null,
                        null,
                        null)));
        operations.callAs(
                who,
                "fieldwork.paste",
                () -> drafts.create(
                        union,
                        PartnerEntryKind.HAPPENED,
                        "Compañera, ayer nos reunimos con el inspector, éramos como quince, ya firmó el acta",
                        "es",
                        new Country("MX"),
                        null));
    }

    /** The Excel of a partner, read twice: an amount has changed in between, and a row was added. */
    private void readWorkbook(OrganisationId partner, LocalDate today) {
        PartnerWorkbook workbook = new PartnerWorkbook(
                Ids.next(),
                partner.value(),
                PartnerEntryKind.SPENT,
                "Gastos de la sede",
                false,
                Map.of("fecha", "DAY", "pagado a", "LABEL", "monto", "FIGURE", "concepto", "DETAILS"));
        ImportRow paper = row(2, today.minusDays(12), "Papelería del Centro", "85.50", "Cuadernos y plumas");
        workbooks.enter(
                workbook,
                List.of(paper, row(3, today.minusDays(11), "Impresos Lerma", "1,400.00", "Cuaderno de derechos")));
        workbooks.enter(
                workbook,
                List.of(
                        paper,
                        row(3, today.minusDays(11), "Impresos Lerma", "1,640.00", "Cuaderno de derechos, con IVA"),
                        row(4, today.minusDays(4), "Salón Hidalgo", "600.00", "Reunión de delegadas")));
    }

    private static ImportRow row(int number, LocalDate on, String label, String figure, String details) {
        return new ImportRow(
                number, Map.of("DAY", on.toString(), "LABEL", label, "FIGURE", figure, "DETAILS", details));
    }

    /** Accepts the figures of a partner, and counts them in the only indicator that waits for some. */
    private void countFigures(OrganisationId partner) {
        OpenIndicator open = figures.findOpen(partner).get(0);
        queries.findLatest(partner, 10).stream()
                .filter(entry -> entry.kind() == PartnerEntryKind.FIGURES)
                .forEach(entry -> entries.accept(
                        entry.id(),
                        entry.version(),
                        new AcceptanceFacts(
                                null,
                                null,
                                Set.of(),
                                null,
                                new CountedPlace(open.indicator(), open.period()),
                                "",
                                false)));
    }

    /** Gives a partner its page; the secret of its address. */
    private String link(Actor who, OrganisationId partner, String language, String country) {
        String url = operations.callAs(
                who,
                "fieldwork.link",
                () -> links.create(partner, language, new Country(country)).url());
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static SentEntry entry(
            PartnerEntryKind kind,
            @Nullable LocalDate on,
            String label,
            String details,
            String figure,
            @Nullable String currency,
            @Nullable String women,
            @Nullable String men) {
        return new SentEntry(
                null,
                kind.name(),
                on == null ? null : on.toString(),
                label,
                details,
                figure,
                currency,
                women,
                men,
                null,
                null,
                null);
    }
}
