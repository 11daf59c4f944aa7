package org.convergence.directory.people.domain.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How columns and cells of a list are recognised. */
class ListRecognitionTest {

    @Test
    void recognisesColumnsByCommonTitles() {
        assertThat(fields(
                        ImportSubject.ORGANISATIONS,
                        "NOM DE L'ORGANISATION",
                        "Sigle / acronyme",
                        "Type d'organisme",
                        "Région",
                        "E-mail",
                        "Courriel 2",
                        "Code interne"))
                .containsExactly(
                        ListImportColumn.NAME,
                        ListImportColumn.SHORT_NAME,
                        ListImportColumn.KIND,
                        ListImportColumn.PLACE,
                        ListImportColumn.MAIL,
                        ListImportColumn.MAIL,
                        null);
        assertThat(fields(ImportSubject.PERSONS, "Prénom", "Nom", "Courriel personnel", "Cell.", "Syndicat", "Titre"))
                .containsExactly(
                        ListImportColumn.GIVEN_NAME,
                        ListImportColumn.FAMILY_NAME,
                        ListImportColumn.PERSONAL_MAIL,
                        ListImportColumn.PERSONAL_PHONE,
                        ListImportColumn.ORGANISATION,
                        ListImportColumn.TITLE);
        assertThat(fields(ImportSubject.PERSONS, "Name", "Email", "Organization", "Role"))
                .containsExactly(
                        ListImportColumn.FULL_NAME,
                        ListImportColumn.MAIL,
                        ListImportColumn.ORGANISATION,
                        ListImportColumn.TITLE);
    }

    @Test
    void recognisesUntitledColumnOfAddresses() {
        assertThat(ListImportKind.of(
                        ImportSubject.PERSONS,
                        List.of("Nom", ""),
                        List.of(
                                List.of("Ana", "ana@exemple.org"),
                                List.of("Luc", ""),
                                List.of("Zoé", "zoe@exemple.org"))))
                .containsExactly(ListImportColumn.FULL_NAME, ListImportColumn.MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void readsEveryKindAsWritten(String language) throws IOException {
        var messages = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/directory/people_" + language + ".properties"))) {
            messages.load(file);
        }
        for (OrganisationKind kind : OrganisationKind.values()) {
            assertThat(OrganisationImportRow.read(messages.getProperty(kind.key())))
                    .as(kind.name())
                    .contains(kind);
        }
    }

    @Test
    void splitsFullNameAtCommaOrFirstSpace() {
        assertThat(person("Tremblay, Marie-Ève").folded()).isEqualTo("marie eve tremblay");
        assertThat(person("Marie-Ève Tremblay Roy").folded()).isEqualTo("marie eve tremblay roy");
        assertThat(person("Prince").folded()).isEqualTo("prince");
    }

    @Test
    void splitsSeveralAddressesInOneCell() {
        PersonImportRow row = PersonImportRow.read(row(
                2,
                Map.of(
                        ListImportColumn.FULL_NAME, "Ana Ruiz",
                        ListImportColumn.MAIL, "a@exemple.org, b@exemple.org",
                        ListImportColumn.PHONE, "514 555-0101 poste 12; (418) 555-0102",
                        ListImportColumn.LANGUAGES, "Français et créole haïtien / en",
                        ListImportColumn.SINCE, "32 mai")));
        var facts = java.util.Objects.requireNonNull(row.facts());
        assertThat(facts.contactPoints())
                .extracting(ContactPoint::value)
                .containsExactly("a@exemple.org", "b@exemple.org", "514 555-0101 poste 12", "(418) 555-0102");
        assertThat(facts.contactPoints()).extracting(ContactPoint::key).contains("5145550101", "4185550102");
        assertThat(facts.languages()).containsExactly("fr", "ht", "en");
        assertThat(row.remarks()).extracting(ImportRemark::key).containsExactly("people.import.remark.date");
    }

    private static ImportRow row(int number, Map<ListImportColumn, String> cells) {
        Map<String, String> named = new HashMap<>();
        cells.forEach((field, text) -> named.put(field.name(), text));
        return new ImportRow(number, named);
    }

    private static PersonImportRow person(String name) {
        return PersonImportRow.read(row(2, Map.of(ListImportColumn.FULL_NAME, name)));
    }

    private static List<@Nullable ImportColumn> fields(ImportSubject subject, String... titles) {
        return ListImportKind.of(subject, List.of(titles), List.of());
    }
}
