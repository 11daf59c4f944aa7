package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Known people of a list are recognised, completed, and not confused with others. */
@ModuleTest
class ImportRecognitionTest extends ImportFixture {

    @Test
    void completesKnownRecordsAndUndoRestoresThem() throws Exception {
        OrganisationFacts before = new OrganisationFacts(
                "Syndicat des métiers",
                null,
                List.of("Les métiers"),
                OrganisationKind.FEDERATION,
                "QC-06",
                null,
                List.of(),
                null);
        OrganisationId id = act(() -> organisations.create(before));
        String url =
                read("ORGANISATIONS", "Nom;Sigle;Type;Région;Courriel\nLes metiers;SM;Syndicat;Laval;a@sm.example\n");
        assertThat(get(url)).bodyText().contains("1 sera complétée");
        enter(url);
        OrganisationFacts after = act(() -> organisationReading.findById(id)).facts();
        assertThat(after.shortName()).isEqualTo("SM");
        assertThat(after.place()).isEqualTo("QC-06");
        assertThat(after.kind()).isEqualTo(OrganisationKind.FEDERATION);
        assertThat(after.contactPoints()).extracting(ContactPoint::value).containsExactly("a@sm.example");
        post(url + "/undo");
        queued.runAll();
        assertThat(act(() -> organisationReading.findById(id)).facts()).isEqualTo(before);
    }

    @Test
    void exportedListIsImportedUnchanged() throws Exception {
        OrganisationId central = act(() -> organisations.create(OrganisationFacts.named("Centrale du Nord")));
        OrganisationId union = act(() -> organisations.create(new OrganisationFacts(
                "Syndicat des métiers; et des arts",
                "SM",
                List.of("Les métiers", "Les arts"),
                OrganisationKind.LOCAL_UNION,
                "QC-13",
                "https://sm.example",
                List.of(
                        new ContactPoint(
                                ContactPoint.ContactChannel.MAIL,
                                ContactPoint.ContactSphere.PROFESSIONAL,
                                "a@sm.example",
                                null),
                        new ContactPoint(
                                ContactPoint.ContactChannel.PHONE,
                                ContactPoint.ContactSphere.PROFESSIONAL,
                                "514 555-0101",
                                null)),
                "Une note\nsur deux lignes")));
        act(() -> network.affiliate(union, central, AffiliationNature.AFFILIATED, Period.ALWAYS));
        byte[] file =
                get("/directory/people/organisations/export.xlsx").getResponse().getContentAsByteArray();
        MvcTestResult read = upload("ORGANISATIONS", "retour.xlsx", file);
        assertThat(get(String.valueOf(read.getResponse().getRedirectedUrl())))
                .bodyText()
                .contains("2 inchangées")
                .doesNotContain("remarque");
    }

    @Test
    void recognisesPeopleByNameAndAddress() throws Exception {
        PersonId ana = act(() -> persons.create(new PersonFacts(
                "Ana",
                "Ruiz",
                null,
                null,
                List.of(),
                List.of(new ContactPoint(
                        ContactPoint.ContactChannel.MAIL,
                        ContactPoint.ContactSphere.PROFESSIONAL,
                        "Ana@exemple.org",
                        null)),
                null)));
        act(() -> persons.create(PersonFacts.named("Zoé", "Roy")));
        act(() -> persons.create(PersonFacts.named("Zoé", "Roy")));
        String url = read("PERSONS", """
                Prénom;Nom;Courriel;Cellulaire;Organisation;Fonction;Depuis;Langues
                Ana;Ruiz;ana@exemple.org;514 555-0101;Syndicat du ruban;Présidente;2024-09-01;français, espagnol
                Ana;Ruiz;autre@exemple.org;;;;;
                Zoe;Roy;;;;;;
                Luc;Bo;ana@exemple.org;;Syndicat du ruban;;;
                Luc;Bo;;;Syndicat du ruban;Trésorier;32 mai;
                """);
        assertThat(get(url))
                .bodyText()
                .contains(
                        "2 seront ajoutées",
                        "2 seront complétées",
                        "1 laissée de côté",
                        "Une autre personne de ce nom",
                        "Il y en a 2 de ce nom au répertoire",
                        "aussi celui d’une autre personne",
                        "« 32 mai » n’est pas une date");
        enter(url);
        assertThat(act(() -> personReading.findById(ana)).facts().languages()).containsExactly("fr", "es");
        assertThat(act(() -> personReading.findFunctions(ana)))
                .singleElement()
                .satisfies(held -> assertThat(held.title()).isEqualTo("Présidente"));
        assertThat(db.sql(
                                "SELECT f.title FROM directory.people_function f JOIN directory.people_person p ON p.id = f.person WHERE p.given_name = 'Luc' ORDER BY f.title")
                        .query(String.class)
                        .list())
                .containsExactly("Personne-ressource", "Trésorier");
        assertThat(count("organisation")).isEqualTo(1);
        post(url + "/undo");
        queued.runAll();
        assertThat(count("person")).isEqualTo(3);
        assertThat(count("organisation")).isZero();
        assertThat(act(() -> personReading.findById(ana)).facts().contactPoints())
                .hasSize(1);
    }
}
