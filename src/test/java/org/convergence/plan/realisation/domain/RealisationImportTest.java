package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.table.UnreadableTable;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** Past realisations from a file. */
@ModuleTest
class RealisationImportTest extends RealisationImportFixture {

    @Test
    void importsTheValuesOfARow() {
        UUID id = read(
                HEAD
                        + "Atelier sur l’industrie du textile;14 mai 2026;2026-05-15;montreal;cegep du vieux port;24;15;3 h 30;\"1.2, 3.3\"\n");
        run(id);
        RealisationFact fact = recorded(id).get(0);
        assertThat(fact.happening().title()).isEqualTo("Atelier sur l’industrie du textile");
        assertThat(fact.happening().when().from()).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(fact.happening().when().to()).isEqualTo(LocalDate.of(2026, 5, 15));
        assertThat(fact.happening().kind()).isEqualTo(RealisationKind.WORKSHOP);
        assertThat(String.valueOf(fact.happening().place())).isEqualTo("QC-06");
        assertThat(fact.organisations()).extracting(each -> each.name()).containsExactly("Cégep du Vieux-Port");
        assertThat(fact.happening().participations()).satisfies(all -> {
            assertThat(all).isNotNull();
            if (all != null) {
                assertThat(all.women()).isEqualTo(15);
                assertThat(all.notStated()).isEqualTo(9);
            }
        });
        assertThat(fact.amounts().staffHours()).isEqualByComparingTo("3.5");
        assertThat(fact.actions()).containsExactlyInAnyOrder(workshops, coalitions);
    }

    @Test
    void rowMayCountForSeveral() {
        UUID id = read("Titre;Date;Compte pour\nTrois périodes en classe;2026-05-14;3\nUne visite;2026-05-15;\n");
        run(id);
        assertThat(recorded(id)).extracting(each -> each.amounts().quantity()).containsExactlyInAnyOrder(3, 1);
    }

    @Test
    void aMeansNumberGivesTheNearestActionWithARemark() {
        UUID id = read(HEAD + "Évaluer les ateliers;2026-05-14;;;;;;;1.2\nAutre;2026-05-14;;;;;;;1.2/2\n");
        assertThat(lines(id, ImportOutcome.CREATED).get(0).remarks())
                .extracting(ImportRemark::key)
                .containsExactly("realisation.import.guessed-line");
        run(id);
        assertThat(recorded(id)).allSatisfy(fact -> assertThat(fact.actions()).containsExactly(evaluations));
    }

    @Test
    void reportsProblemsByLineBeforeWriting() {
        UUID id = read(HEAD
                + ";2026-05-14;;;;;;;\n"
                + "Sans date;;;;;;;;\n"
                + "Mauvaise date;le 45 mai;;;;;;;\n"
                + "Mauvais lieu;2026-05-14;;Atlantide;;;;;\n"
                + "Mauvais nombre;2026-05-14;;;;beaucoup;;;\n"
                + "Trop de femmes;2026-05-14;;;;5;9;;\n"
                + "Ligne inconnue;2026-05-14;;;;;;;9.9\n"
                + "Inconnue;2026-05-14;;;Groupe inconnu;;;;\n"
                + "Bonne;2026-05-14;;;;;;;\n");
        assertThat(count(id, ImportOutcome.CREATED)).isEqualTo(1);
        List<ImportLineResult> left = lines(id, ImportOutcome.ASIDE);
        assertThat(left).extracting(ImportLineResult::number).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(left)
                .extracting(line -> line.remarks().get(0).column())
                .containsExactly(
                        RealisationColumn.TITLE.key(),
                        RealisationColumn.FROM.key(),
                        RealisationColumn.FROM.key(),
                        RealisationColumn.PLACE.key(),
                        RealisationColumn.COUNT.key(),
                        RealisationColumn.COUNT.key(),
                        RealisationColumn.LINES.key(),
                        RealisationColumn.ORGANISATIONS.key());
        assertThat(count()).isZero();
    }

    @Test
    void importsARowWithoutItsUnreadableValues() {
        UUID id = read(HEAD + "Mauvais lieu;2026-05-14;;Atlantide;;;;;\n;2026-05-14;;;;;;;\n");
        settle(id, settings -> new RealisationImportSettings(null, true, false, false, settings.names()));
        run(id);
        assertThat(recorded(id))
                .singleElement()
                .satisfies(fact -> assertThat(fact.happening().place()).isNull());
        assertThat(lines(id, ImportOutcome.ASIDE))
                .singleElement()
                .satisfies(left -> assertThat(left.number()).isEqualTo(3));
    }

    @Test
    void addsUnknownOrganisationsOnlyOnDecision() {
        String rows =
                HEAD + "Un;2026-05-14;;;Groupe neuf; ;;;\nDeux;2026-05-15;;;Comité jeunes, Cégep du Vieux-Port;;;;\n";
        UUID id = read(rows);
        assertThat(ask(() -> names.findUndecided(open(id))).names())
                .singleElement()
                .satisfies(name -> {
                    assertThat(name.name()).isEqualTo("Groupe neuf");
                    assertThat(name.ambiguous()).isFalse();
                });
        settle(
                id,
                settings -> new RealisationImportSettings(
                        null, false, false, false, Map.of("groupe neuf", RealisationImportSettings.NEW)));
        assertThat(count(id, ImportOutcome.CREATED)).isEqualTo(2);
        assertThat(ask(() -> names.findUndecided(open(id))).entered()).isEqualTo(1);
        run(id);
        assertThat(ask(() -> people.findOrganisationNamed("groupe neuf"))).isPresent();
        assertThat(recorded(id))
                .anySatisfy(fact -> assertThat(fact.organisations()).hasSize(2));
    }

    @Test
    void anAmbiguousNameNeedsADecision() {
        UUID other = UUID.randomUUID();
        db.sql("INSERT INTO directory.people_organisation (id, name) VALUES (?, 'COMITE JEUNES')")
                .param(other)
                .update();
        try {
            UUID id = read(HEAD + "Un;2026-05-14;;;Comité jeunes;;;;\n");
            assertThat(ask(() -> names.findUndecided(open(id))).names())
                    .singleElement()
                    .satisfies(name -> {
                        assertThat(name.ambiguous()).isTrue();
                        assertThat(name.meant()).hasSize(2);
                    });
            settle(
                    id,
                    settings -> new RealisationImportSettings(
                            null, false, false, false, Map.of("comite jeunes", other.toString())));
            run(id);
            assertThat(recorded(id).get(0).organisations())
                    .extracting(each -> each.id().value())
                    .containsExactly(other);
        } finally {
            ground.clear();
            db.sql("DELETE FROM platform.imports_file").update();
            db.sql("DELETE FROM directory.people_organisation WHERE id = ?")
                    .param(other)
                    .update();
        }
    }

    @Test
    void refusesUnreadableFilesWithAMessage() {
        for (byte[] bad : List.of(
                new byte[0],
                "%PDF-1.7 rien".getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 0, 0},
                ("Titre;Date\n" + "x".repeat(30_000) + ";2026-05-14\n").getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> read("fichier.csv", new ByteArrayInputStream(bad)))
                    .isInstanceOf(UnreadableTable.class);
        }
        assertThatThrownBy(() -> read("vide.csv", text("Titre;Date\n", StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThat(db.sql("SELECT count(*) FROM platform.imports_file WHERE name = 'fichier.csv'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void readsOldEncodingsAndWorkbooks() {
        UUID old = read("vieux.csv", text("Titre,Date\nÉté à l’œuvre,1er mai 2026\n", Charset.forName("windows-1252")));
        run(old);
        assertThat(recorded(old).get(0).happening().title()).isEqualTo("Été à l’œuvre");

        var bytes = new ByteArrayOutputStream();
        Words words = Messages.load().in(Language.FRENCH, java.time.ZoneId.of("America/Toronto"));
        TableWriter.write(
                TableFormat.XLSX,
                "Réalisations",
                List.of("Titre", "Date", "Participations"),
                List.of(List.<Object>of("Kiosque", LocalDate.of(2026, 5, 2), 12))
                        .iterator(),
                words,
                bytes);
        UUID workbook = read("tableau.xlsx", new ByteArrayInputStream(bytes.toByteArray()));
        run(workbook);
        assertThat(recorded(workbook).get(0).happening().when().from()).isEqualTo(LocalDate.of(2026, 5, 2));
    }

    @Test
    void importsFutureDaysAsPlannedAndDetectsConflictingDecisions() {
        UUID id = read(HEAD + "À venir;2199-05-14;;;;;;;\n");
        int version = open(id).version();
        settle(id, settings -> settings);
        assertThatThrownBy(() -> asCoordinator(() -> imports.start(id, version)))
                .isInstanceOf(EditConflict.class);
        run(id);
        assertThat(recorded(id).get(0).state()).isEqualTo(RealisationState.PLANNED);
    }
}
