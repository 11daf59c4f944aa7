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
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Remark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How columns and cells of a list are recognised. */
class RecognitionTest {

    @Test
    void columnsAreRecognisedByTitlesAsPeopleWriteThem() {
        assertThat(fields(
                        Subject.ORGANISATIONS,
                        "NOM DE L'ORGANISATION",
                        "Sigle / acronyme",
                        "Type d'organisme",
                        "Région",
                        "E-mail",
                        "Courriel 2",
                        "Code interne"))
                .containsExactly(Field.NAME, Field.SHORT_NAME, Field.KIND, Field.PLACE, Field.MAIL, Field.MAIL, null);
        assertThat(fields(Subject.PERSONS, "Prénom", "Nom", "Courriel personnel", "Cell.", "Syndicat", "Titre"))
                .containsExactly(
                        Field.GIVEN_NAME,
                        Field.FAMILY_NAME,
                        Field.PERSONAL_MAIL,
                        Field.PERSONAL_PHONE,
                        Field.ORGANISATION,
                        Field.TITLE);
        assertThat(fields(Subject.PERSONS, "Name", "Email", "Organization", "Role"))
                .containsExactly(Field.FULL_NAME, Field.MAIL, Field.ORGANISATION, Field.TITLE);
    }

    @Test
    void aColumnOfAddressesIsRecognisedWithoutATitle() {
        assertThat(ListColumns.of(
                        Subject.PERSONS,
                        List.of("Nom", ""),
                        List.of(
                                List.of("Ana", "ana@exemple.org"),
                                List.of("Luc", ""),
                                List.of("Zoé", "zoe@exemple.org"))))
                .containsExactly(Field.FULL_NAME, Field.MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyKindIsReadAsItIsWritten(String language) throws IOException {
        var messages = new Properties();
        try (Reader file = Files.newBufferedReader(
                Path.of("src/main/resources/messages/directory/people_" + language + ".properties"))) {
            messages.load(file);
        }
        for (OrganisationKind kind : OrganisationKind.values()) {
            assertThat(KindWords.read(messages.getProperty(kind.key())))
                    .as(kind.name())
                    .contains(kind);
        }
    }

    @Test
    void aFullNameIsTakenApartAtItsCommaOrItsFirstSpace() {
        assertThat(person("Tremblay, Marie-Ève").folded()).isEqualTo("marie eve tremblay");
        assertThat(person("Marie-Ève Tremblay Roy").folded()).isEqualTo("marie eve tremblay roy");
        assertThat(person("Prince").folded()).isEqualTo("prince");
    }

    @Test
    void severalAddressesInOneCellAreTakenApart() {
        PersonRow row = PersonRow.read(row(
                2,
                Map.of(
                        Field.FULL_NAME, "Ana Ruiz",
                        Field.MAIL, "a@exemple.org, b@exemple.org",
                        Field.PHONE, "514 555-0101 poste 12; (418) 555-0102",
                        Field.LANGUAGES, "Français et créole haïtien / en",
                        Field.SINCE, "32 mai")));
        var facts = java.util.Objects.requireNonNull(row.facts());
        assertThat(facts.contactPoints())
                .extracting(ContactPoint::value)
                .containsExactly("a@exemple.org", "b@exemple.org", "514 555-0101 poste 12", "(418) 555-0102");
        assertThat(facts.contactPoints()).extracting(ContactPoint::key).contains("5145550101", "4185550102");
        assertThat(facts.languages()).containsExactly("fr", "ht", "en");
        assertThat(row.remarks()).extracting(Remark::key).containsExactly("people.import.remark.date");
    }

    private static ImportRow row(int number, Map<Field, String> cells) {
        Map<String, String> named = new HashMap<>();
        cells.forEach((field, text) -> named.put(field.name(), text));
        return new ImportRow(number, named);
    }

    private static PersonRow person(String name) {
        return PersonRow.read(row(2, Map.of(Field.FULL_NAME, name)));
    }

    private static List<@Nullable ImportColumn> fields(Subject subject, String... titles) {
        return ListColumns.of(subject, List.of(titles), List.of());
    }
}
