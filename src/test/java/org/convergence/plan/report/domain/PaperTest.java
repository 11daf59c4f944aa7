package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convergence.plan.report.Season.as;

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
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.domain.Contents.Goal;
import org.convergence.plan.report.domain.Contents.Head;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.platform.database.Ids;
import org.convergence.platform.rendering.Rendering;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The report on paper. Its files are written to {@code target/papers}, for inspection. */
@ModuleTest
class PaperTest {

    private static final List<RealisationKind> KINDS = List.of(RealisationKind.values());
    private static final Path FOLDER = Path.of("target", "papers");
    private static final List<String> PLACES =
            List.of("QC-06", "QC-06", "QC-03", "QC-17", "QC-09", "MX", "HT", "ONLINE");

    @Autowired
    private ReportReading reading;

    @Autowired
    private Visitors visitors;

    @Test
    void fiveHundredRealisationsAreOnPaperInLessThanThreeSeconds() throws IOException {
        visitors.anOrganisation();
        Contents contents = contents(500);
        write(contents, Rendering.PDF);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long worked = clock.getCurrentThreadCpuTime();
        byte[] pdf = write(contents, Rendering.PDF);
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
        write(contents, Rendering.WORD);
        write(contents, Rendering.EXCEL);
        write(contents(0), Rendering.PDF);
    }

    private byte[] write(Contents contents, Rendering rendering) throws IOException {
        byte[] bytes = as(() -> reading.file(contents, "fr", rendering));
        Files.createDirectories(FOLDER);
        String name = contents.facts().size() + "." + rendering.extension();
        Files.write(FOLDER.resolve(name), bytes);
        return bytes;
    }

    private static Contents contents(int many) {
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
        List<Fact> facts = Stream.iterate(0, i -> i + 1)
                .limit(many)
                .map(i -> fact(i, objective, i % 3 == 0 ? List.of(tools) : List.of(workshops), action))
                .toList();
        Goal goal = new Goal(
                action,
                "Offrir sur demande les ateliers du catalogue",
                ActionState.UNDER_WAY,
                TargetMeasure.REALISATIONS,
                BigDecimal.valueOf(512),
                List.of(),
                null,
                BigDecimal.valueOf(500),
                "Deux tempêtes ont fermé les cégeps en février.");
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(SectionKind.FOREWORD, null, null, "", null, """
                Il y a des années où l’on court après le plan, et d’autres où le plan **nous porte**. Celle-ci fut des deux sortes.

                - Un difficile affichage
                - Une *efficace* fiche
                """, Map.of(), List.of(), List.of()));
        parts.add(new Part(
                SectionKind.OBJECTIVE,
                objective,
                "1",
                "Tisser des liens",
                null,
                "Nous voulions apprendre.",
                states,
                List.of(),
                List.of()));
        parts.add(new Part(
                SectionKind.MEANS,
                workshops,
                "1.2",
                "Ateliers sur la solidarité",
                null,
                "Les ateliers sur les tomates ont été les plus demandés.",
                states,
                List.of(goal),
                List.of()));
        parts.add(new Part(
                SectionKind.MEANS,
                tools,
                "1.4",
                "Outils pour une transition juste",
                null,
                "",
                states,
                List.of(),
                List.of()));
        parts.add(new Part(SectionKind.CLOSING, null, null, "", null, "Merci.", Map.of(), List.of(), List.of()));
        return new Contents(
                new Head(
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

    private static Fact fact(int i, UUID objective, List<UUID> means, UUID action) {
        LocalDate day = LocalDate.of(2024, 9, 1).plusDays(i * 364L / 500);
        return new Fact(
                Ids.next(),
                1,
                "Atelier " + i + " sur le travail de nuit, avec les gens du quartier",
                KINDS.get(i % KINDS.size()),
                day,
                day,
                i % 19 == 0 ? null : PLACES.get(i % PLACES.size()),
                i % 7 == 0 ? null : new Fact.Count(i % 13, i % 11, i % 2, i % 5, null),
                BigDecimal.valueOf(3),
                null,
                i % 10 == 0 ? 40 : null,
                List.of(new Fact.Organisation(new UUID(7, i % 40), "Syndicat fictif numéro " + i % 40, "SF" + i % 40)),
                List.of(objective),
                means,
                List.of(action),
                false,
                1);
    }
}
