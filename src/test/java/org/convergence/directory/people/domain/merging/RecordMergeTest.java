package org.convergence.directory.people.domain.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.merging.RecordMerge.MergeSource;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;

class RecordMergeTest {

    private static final PersonFacts ANA = new PersonFacts(
            "Ana", "Morales", null, "elle", List.of("es"), List.of(mail("ana@exemple.org")), "Parle vite.");
    private static final PersonFacts ANITA = new PersonFacts(
            "Anita",
            "Morales",
            "Anita M.",
            null,
            List.of("fr", "es"),
            List.of(mail("ANA@exemple.org"), mail("anita@exemple.org")),
            "Écrit bien.");

    @Test
    void keepsValuesOfKeptRecordByDefault() {
        assertThat(new RecordMerge(Map.of()).merge(ANA, ANITA)).isEqualTo(ANA);
    }

    @Test
    void takesEachFieldFromChosenRecord() {
        PersonFacts mixed = new RecordMerge(Map.of(
                        "givenName", MergeSource.OTHER,
                        "displayForm", MergeSource.OTHER,
                        "pronoun", MergeSource.OTHER,
                        "languages", MergeSource.BOTH,
                        "points", MergeSource.BOTH,
                        "note", MergeSource.BOTH))
                .merge(ANA, ANITA);
        assertThat(mixed.givenName()).isEqualTo("Anita");
        assertThat(mixed.displayForm()).isEqualTo("Anita M.");
        assertThat(mixed.pronoun()).isNull();
        assertThat(mixed.languages()).containsExactly("es", "fr");
        assertThat(mixed.contactPoints().stream().map(ContactPoint::value))
                .as("an address in capitals is the same address")
                .containsExactly("ana@exemple.org", "anita@exemple.org");
        assertThat(mixed.note()).isEqualTo("Parle vite.\n\nÉcrit bien.");
    }

    @Test
    void mergeNeverRemovesTheName() {
        PersonFacts mixed = new RecordMerge(Map.of("givenName", MergeSource.OTHER))
                .merge(PersonFacts.named("Ana", ""), PersonFacts.named("", "Morales"));
        assertThat(mixed.displayName()).isNotEmpty();
    }

    @Test
    void findsOrganisationByMergedName() {
        OrganisationFacts mixed = new RecordMerge(Map.of("name", MergeSource.OTHER, "otherNames", MergeSource.BOTH))
                .merge(
                        organisation("Centrale des solidaires", "CS"),
                        organisation("Centrale solidaire", "Les solidaires"));
        assertThat(mixed.name()).isEqualTo("Centrale solidaire");
        assertThat(mixed.otherNames()).containsExactly("CS", "Les solidaires", "Centrale des solidaires");
    }

    @Test
    void refusesMoreValuesThanARecordHolds() {
        List<ContactPoint> fifteen = IntStream.range(0, 15)
                .mapToObj(i -> mail("a" + i + "@exemple.org"))
                .toList();
        List<ContactPoint> others = IntStream.range(0, 15)
                .mapToObj(i -> mail("b" + i + "@exemple.org"))
                .toList();
        assertThatThrownBy(() -> new RecordMerge(Map.of("points", MergeSource.BOTH)).merge(with(fifteen), with(others)))
                .isInstanceOf(Refused.class);
    }

    private static PersonFacts with(List<ContactPoint> points) {
        return new PersonFacts("Ana", "Morales", null, null, List.of(), points, null);
    }

    private static OrganisationFacts organisation(String name, String other) {
        return new OrganisationFacts(name, null, List.of(other), OrganisationKind.OTHER, null, null, List.of(), null);
    }

    private static ContactPoint mail(String address) {
        return new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, address, null);
    }
}
