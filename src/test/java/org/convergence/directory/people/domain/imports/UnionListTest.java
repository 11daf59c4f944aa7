package org.convergence.directory.people.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.table.TableReader;
import org.convergence.platform.table.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of people as unions send them: forms of address, capitals, functions, sums, empty seats, two telephones. */
class UnionListTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Mme Ana Ruiz                 | Ana        | Ruiz        | -
        M. Luc Roy                   | Luc        | Roy         | -
        M Luc Roy                    | Luc        | Roy         | -
        Dr Zoé Côté                  | Zoé        | Côté        | -
        Dre. Zoé Côté                | Zoé        | Côté        | -
        Me Ali Ba                    | Ali        | Ba          | -
        Ms. Kim Park                 | Kim        | Park        | -
        Madame Ana Ruiz              | Ana        | Ruiz        | -
        RUIZ Ana                     | Ana        | Ruiz        | -
        Ana RUIZ                     | Ana        | Ruiz        | -
        ST-ONGE Marie Lou            | Marie Lou  | St-Onge     | -
        Marie Lou DE LA TOUR         | Marie Lou  | De La Tour  | -
        RUIZ, ANA                    | Ana        | Ruiz        | -
        Ruiz, Ana                    | Ana        | Ruiz        | -
        Ruiz, Mme Ana                | Ana        | Ruiz        | -
        Ana Ruiz, présidente         | Ana        | Ruiz        | présidente
        Ana Ruiz, Vice-présidente    | Ana        | Ruiz        | Vice-présidente
        Mme Ana Ruiz, trésorière     | Ana        | Ruiz        | trésorière
        Kim Park, chair              | Kim        | Park        | chair
        M. et Mme Luc Roy            | Luc        | Roy         | -
        Mr. and Mrs. Kim Park        | Kim        | Park        | -
        Me Lin                       | Me         | Lin         | -
        M. Roy                       | ''         | Roy         | -
        Roy, Luc, secrétaire         | Luc        | Roy         | secrétaire
        Luc Roy (délégué)            | Luc        | Roy         | délégué
        Luc Roy – Trésorier          | Luc        | Roy         | Trésorier
        Luc Roy (Sherbrooke)         | Luc        | Roy (Sherbrooke) | -
        Vacante Ruiz                 | Vacante    | Ruiz        | -
        Totale Béa                   | Totale     | Béa         | -
        ANA RUIZ                     | Ana        | Ruiz        | -
        Luc Roy / trésorier          | Luc        | Roy         | trésorier
        Présidente : Ana Ruiz        | Ana        | Ruiz        | Présidente
        1. Ana Ruiz*                 | Ana        | Ruiz        | -
        Ana Ruiz (elle)              | Ana        | Ruiz        | -
        José Ortega y Gasset         | José       | Ortega y Gasset | -
        """)
    void readsANameAsAPersonDoes(String cell, String given, String family, String function) {
        PersonImportRow row = person(cell);
        var facts = Objects.requireNonNull(row.facts());
        assertThat(List.of(facts.givenName(), facts.familyName())).containsExactly(given, family);
        assertThat(row.title()).isEqualTo(function);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total : 3 090 personnes",
                "TOTAL",
                "Sous-total",
                "Poste vacant",
                "Vacant",
                "Siège à pourvoir",
                "À déterminer",
                "à confirmer",
                "TBD",
                "To be elected",
                "Por definir",
                "Por elegir en asamblea",
                "VACANT – élection en mai",
                "À élire au congrès",
                "To be filled",
                "s.o.",
                "Personne",
                "Voir la liste de Québec",
                "N/A",
                "—",
                "12"
            })
    void entersNobodyForASumOrAnEmptySeat(String cell) {
        assertThat(person(cell).facts()).isNull();
        assertThat(person(cell).remarks())
                .extracting(ImportRemark::key)
                .containsExactly("people.import.remark.nameless");
        assertThat(PersonImportRow.read(row(Map.of(ListImportColumn.FAMILY_NAME, cell)))
                        .facts())
                .isNull();
    }

    @Test
    void tellsThatALineNamesTwoPeople() {
        for (String cell : List.of("M. et Mme Luc Roy", "Luc Roy et Ana Ruiz", "Mmes Zoé Roy et Ana Ruiz")) {
            assertThat(person(cell).remarks())
                    .as(cell)
                    .extracting(ImportRemark::key)
                    .containsExactly("people.import.remark.couple");
            assertThat(Objects.requireNonNull(person(cell).facts()).familyName())
                    .isEqualTo("Roy");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        418-555-0101 / 418-555-0202               | 418-555-0101,418-555-0202
        418-555-0101 ou 418-555-0202              | 418-555-0101,418-555-0202
        (418) 555-0101 et (418) 555-0202          | (418) 555-0101,(418) 555-0202
        418 555-0101 (cell)                       | 418 555-0101 cell
        Cell. : 418-555-0101, bur. : 418-555-0202 | 418-555-0101 Cell.,418-555-0202 bur.
        418-555-0101 poste 12 / 418-555-0202      | 418-555-0101 poste 12,418-555-0202
        418-555-0101, poste 12                    | 418-555-0101 poste 12
        B : 418-555-0101 C : 418-555-0202         | 418-555-0101 B,418-555-0202 C
        +502 5555-0101 (WhatsApp)                 | +502 5555-0101 WhatsApp
        418-555-0101                              | 418-555-0101
        +33 1 55 55 01 01                         | +33 1 55 55 01 01
        """)
    void keepsEveryTelephoneOfACell(String cell, String expected) {
        PersonImportRow row =
                PersonImportRow.read(row(Map.of(ListImportColumn.FULL_NAME, "Ana Ruiz", ListImportColumn.PHONE, cell)));
        assertThat(Objects.requireNonNull(row.facts()).contactPoints())
                .extracting(UnionListTest::shown)
                .containsExactly(expected.split(","));
        assertThat(row.remarks()).isEmpty();
    }

    @Test
    void recognisesAColumnOfTelephonesByWhatItHolds() {
        assertThat(ListImportKind.of(
                        ImportSubject.PERSONS,
                        List.of("Nom", "Bureau", "Fax", "Local"),
                        List.of(List.of("Ana Ruiz", "418-555-0101", "418-555-0303", "A-12"))))
                .containsExactly(ListImportColumn.FULL_NAME, ListImportColumn.PHONE, null, null);
    }

    @Test
    void takesNoCountForANameAndNoUnionForAPerson() {
        assertThat(ListImportKind.of(
                        ImportSubject.PERSONS, List.of("Nombre de membres", "Nom du syndicat", "Nom"), List.of()))
                .containsExactly(null, ListImportColumn.ORGANISATION, ListImportColumn.FULL_NAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Personne;;Joindre;|Prénom;Nom;Courriel;Téléphone|Prénom,Nom,Courriel,Téléphone
        Nom;Téléphone;;Syndicat|;Bureau;Cellulaire;|Nom,Téléphone Bureau,Cellulaire,Syndicat
        Prénom;Nom;Courriel;Fonction|Léa;Roy;lea@exemple.org;Agente|Prénom,Nom,Courriel,Fonction
        Nom;Info|Union Roy;Poste|Nom,Info
        """)
    void findsTheTitlesInTwoRows(String first, String second, String expected) {
        String csv = first + "\n" + second + "\nAna;Ruiz;ana@exemple.org;418-555-0101\n";
        try (TableReader reader = TableReader.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            reader.preferHead(titles -> (int) ListImportKind.of(ImportSubject.PERSONS, titles, List.of()).stream()
                    .filter(Objects::nonNull)
                    .count());
            assertThat(reader.head()).containsExactly(expected.split(","));
            TableRow last = reader.rows().next();
            assertThat(last.cells().get(0))
                    .isEqualTo(expected.contains("Fonction") ? "Léa" : expected.endsWith("Info") ? "Union Roy" : "Ana");
        }
    }

    private static String shown(ContactPoint point) {
        return point.label() == null ? point.value() : point.value() + " " + point.label();
    }

    private static PersonImportRow person(String name) {
        return PersonImportRow.read(row(Map.of(ListImportColumn.FULL_NAME, name)));
    }

    private static ImportRow row(Map<ListImportColumn, String> cells) {
        return new ImportRow(
                2,
                cells.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                entry -> entry.getKey().name(), Map.Entry::getValue)));
    }
}
