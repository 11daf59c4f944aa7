package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.report.ReportFixture.as;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.TargetMeasure;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.report.Audience;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.domain.ReportContents.ReportHead;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportContents.TargetProgress;
import org.convergence.platform.database.Ids;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The report on paper. Its files are written to {@code target/papers}, for inspection. */
@ModuleTest
class ReportPaperTest {

    private static final List<RealisationKind> KINDS = List.of(RealisationKind.values());
    private static final Path FOLDER = Path.of("target", "papers");
    private static final List<String> PLACES =
            List.of("QC-06", "QC-06", "QC-03", "QC-17", "QC-09", "MX", "HT", "ONLINE");

    @Autowired
    private ReportQueries reading;

    @Autowired
    private TestUsers visitors;

    @Test
    void fiveHundredRealisationsAreOnPaperInLessThanThreeSeconds() throws IOException {
        visitors.ensureOrganisation();
        ReportContents contents = contents(500);
        write(contents, PaperFormat.PDF);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long worked = clock.getCurrentThreadCpuTime();
        byte[] pdf = write(contents, PaperFormat.PDF);
        Duration work = Duration.ofNanos(clock.getCurrentThreadCpuTime() - worked);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "Annual report of 500 realisations as PDF: %d ms, of which at work %d ms%n",
                took.toMillis(), work.toMillis());
        // CPU time, since the machine may be busy with other work.
        assertThat(work).isLessThan(Duration.ofSeconds(3));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(document);
            assertThat(text)
                    .contains("L’année en chiffres", "1.2 Ateliers sur la solidarité", "Atelier 499", "Écart", "−12");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
        }
        write(contents, PaperFormat.WORD);
        write(contents, PaperFormat.EXCEL);
        write(contents(0), PaperFormat.PDF);
    }

    private byte[] write(ReportContents contents, PaperFormat rendering) throws IOException {
        byte[] bytes = as(() -> reading.render(contents, "fr", rendering));
        Files.createDirectories(FOLDER);
        String name = contents.facts().size() + "." + rendering.extension();
        Files.write(FOLDER.resolve(name), bytes);
        return bytes;
    }

    private static ReportContents contents(int many) {
        UUID objective = Ids.next();
        UUID workshops = Ids.next();
        UUID tools = Ids.next();
        UUID action = Ids.next();
        Map<ActionState, Integer> states = new EnumMap<>(ActionState.class);
        states.put(ActionState.DONE, 18);
        states.put(ActionState.UNDER_WAY, 22);
        states.put(ActionState.TO_COME, 3);
        states.put(ActionState.POSTPONED, 9);
        states.put(ActionState.NO_REQUEST, 11);
        List<ReportFact> facts = Stream.iterate(0, i -> i + 1)
                .limit(many)
                .map(i -> fact(i, objective, i % 3 == 0 ? List.of(tools) : List.of(workshops), action))
                .toList();
        TargetProgress goal = new TargetProgress(
                action,
                "Offrir sur demande les ateliers du catalogue",
                ActionState.UNDER_WAY,
                TargetMeasure.REALISATIONS,
                BigDecimal.valueOf(512),
                List.of(),
                null,
                BigDecimal.valueOf(500),
                "Deux tempêtes ont fermé les cégeps en février.");
        List<ReportPart> parts = new ArrayList<>();
        parts.add(
                new ReportPart(ReportSectionKind.FOREWORD, null, null, "", null, """
                Il y a des années où l’on court après le plan, et d’autres où le plan **nous porte**. Celle-ci fut des deux sortes.

                - Un difficile affichage
                - Une *efficace* fiche
                """, Map.of(), List.of(), List.of()));
        parts.add(new ReportPart(
                ReportSectionKind.OBJECTIVE,
                objective,
                "1",
                "Tisser des liens",
                null,
                "Nous voulions apprendre.",
                states,
                List.of(),
                List.of()));
        parts.add(new ReportPart(
                ReportSectionKind.MEANS,
                workshops,
                "1.2",
                "Ateliers sur la solidarité",
                null,
                "Les ateliers sur les tomates ont été les plus demandés.",
                states,
                List.of(goal),
                List.of()));
        parts.add(new ReportPart(
                ReportSectionKind.MEANS,
                tools,
                "1.4",
                "Outils pour une transition juste",
                null,
                "",
                states,
                List.of(),
                List.of()));
        parts.add(new ReportPart(
                ReportSectionKind.CLOSING, null, null, "", null, "Merci.", Map.of(), List.of(), List.of()));
        return new ReportContents(
                new ReportHead(
                        Ids.next(),
                        1,
                        Audience.ANNUAL,
                        "Rapport d’activités 2024-2025",
                        "Solidarité en partage",
                        Ids.next(),
                        "Plan d’action 2024-2025",
                        LocalDate.of(2024, 9, 1),
                        LocalDate.of(2025, 8, 31),
                        "fr",
                        LocalDate.of(2025, 9, 12),
                        LocalDate.of(2025, 9, 12),
                        states,
                        List.of()),
                parts,
                facts,
                List.of(),
                List.of());
    }

    private static ReportFact fact(int i, UUID objective, List<UUID> means, UUID action) {
        LocalDate day = LocalDate.of(2024, 9, 1).plusDays(i * 364L / 500);
        return new ReportFact(
                Ids.next(),
                1,
                "Atelier " + i + " sur le travail de nuit, avec les gens du quartier",
                KINDS.get(i % KINDS.size()),
                day,
                day,
                i % 19 == 0 ? null : PLACES.get(i % PLACES.size()),
                i % 7 == 0 ? null : new ReportFact.FactParticipations(i % 13, i % 11, i % 2, i % 5, null),
                BigDecimal.valueOf(3),
                null,
                i % 10 == 0 ? 40 : null,
                List.of(new ReportFact.FactOrganisation(
                        new UUID(7, i % 40), "Syndicat fictif numéro " + i % 40, "SF" + i % 40)),
                List.of(objective),
                means,
                List.of(action),
                false,
                1);
    }
}
