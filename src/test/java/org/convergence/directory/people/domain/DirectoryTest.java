package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationListQueries.OrganisationFilter;
import org.convergence.directory.people.domain.PersonListQueries.PersonFilter;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListRequest;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ModuleTest
class DirectoryTest {

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private PersonService persons;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private OrganisationListQueries organisationList;

    @Autowired
    private PersonListQueries personList;

    @Autowired
    private OrganisationQueries reading;

    @Autowired
    private PersonQueries personReading;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void beginWithNobody() {
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM directory.people_organisation").update();
    }

    @Test
    void storesPersonWithHistory() throws Exception {
        PersonFacts facts = new PersonFacts(
                "Mirlande",
                "Desrosiers",
                null,
                "elle",
                List.of("fr", "ht"),
                List.of(new ContactPoint(
                        ContactChannel.MAIL, ContactSphere.PROFESSIONAL, "m.desrosiers@exemple.org", null)),
                null);
        PersonId id = act(() -> persons.create(facts));
        assertThat(act(() -> personReading.findById(id))).isEqualTo(new PersonQueries.PersonVersion(id, 1, facts));
        PersonFacts married = new PersonFacts(
                "Mirlande", "Desrosiers", "Mirlande D. Joseph", "elle", List.of("fr"), facts.contactPoints(), "Note");
        act(() -> {
            persons.update(id, 1, married);
            return true;
        });
        assertThat(act(() -> personReading.findById(id)).facts()).isEqualTo(married);
        assertThat(audit.findByRow(Person.TABLE, id.value(), 10))
                .hasSize(2)
                .first()
                .satisfies(change -> {
                    assertThat(change.gesture()).isEqualTo("people.change-person");
                    assertThat(change.fields())
                            .extracting(each -> each.name())
                            .containsExactly("display_form", "languages", "note", "version");
                });
    }

    @Test
    void editOfOutdatedVersionConflicts() throws Exception {
        OrganisationId id = act(() -> organisations.create(OrganisationFacts.named("Syndicat A")));
        act(() -> {
            organisations.update(id, 1, OrganisationFacts.named("Syndicat B"));
            return true;
        });
        assertThatThrownBy(() -> act(() -> {
                    organisations.update(id, 1, OrganisationFacts.named("Syndicat C"));
                    return true;
                }))
                .isInstanceOf(EditConflict.class);
        assertThat(act(() -> reading.findById(id)).facts().name()).isEqualTo("Syndicat B");
    }

    @Test
    void refusesToDeleteReferencedOrganisation() throws Exception {
        OrganisationId id = act(() -> organisations.create(OrganisationFacts.named("Comité jeunes")));
        PersonId person = act(() -> persons.create(PersonFacts.named("Ana", "Ruiz")));
        act(() -> appointments.appoint(person, id, "Secrétaire", Period.ALWAYS));
        assertThatThrownBy(() -> act(() -> {
                    organisations.delete(id, 1);
                    return true;
                }))
                .isInstanceOf(Refused.class);
        act(() -> {
            persons.delete(person, 1);
            organisations.delete(id, 1);
            return true;
        });
        assertThat(act(() -> people.organisationNames(Set.of(id)))).isEmpty();
    }

    @Test
    void findsOrganisationsAsTyped() throws Exception {
        organisation("Syndicat des enseignant·e·s de l’Estuaire", "SEE");
        organisation("Fédération des travailleuses et travailleurs du textile", "F.T.T.");
        organisation("Cégep du Vieux-Port", null);
        organisation("Alliance pour un textile équitable", null);

        assertThat(find("cegep vieux")).containsExactly("Cégep du Vieux-Port");
        assertThat(find("enseignantes")).containsExactly("Syndicat des enseignant·e·s de l’Estuaire");
        assertThat(find("enseignant.e.s")).containsExactly("Syndicat des enseignant·e·s de l’Estuaire");
        assertThat(find("ftt")).containsExactly("Fédération des travailleuses et travailleurs du textile");
        assertThat(find("text"))
                .containsExactly(
                        "Alliance pour un textile équitable",
                        "Fédération des travailleuses et travailleurs du textile");
        assertThat(find("fedration textil")).containsExactly("Fédération des travailleuses et travailleurs du textile");
        assertThat(find("%_\\' OR 1=1 --")).isEmpty();
        assertThat(find("  ")).hasSize(4);
    }

    @Test
    void findsPeopleDespiteTyposWithPrefixesFirst() throws Exception {
        person("Geneviève", "Bélanger");
        person("Marie", "Gagnon");
        person("Martin", "Tremblay");
        person("Camille", "Martin");

        assertThat(findPeople("mart")).containsExactly("Martin Tremblay", "Camille Martin");
        assertThat(findPeople("genvieve belange")).containsExactly("Geneviève Bélanger");
        assertThat(findPeople("trembley")).containsExactly("Martin Tremblay");
        assertThat(findPeople("zz")).isEmpty();
    }

    @Test
    void deletesIndexedWordWithItsOnlyName() throws Exception {
        PersonId one = person("Wideline", "Saint-Louis");
        person("Ana", "Louis");
        act(() -> {
            persons.delete(one, 1);
            return true;
        });

        assertThat(db.sql("SELECT word FROM directory.people_word ORDER BY word")
                        .query(String.class)
                        .list())
                .containsExactly("ana", "louis");
    }

    @Test
    void nextPageContinuesExactlyAfterThePreviousOne() throws Exception {
        for (int i = 0; i < 25; i++) {
            String name = (i % 2 == 0 ? "École " : "ecole ") + (char) ('a' + i);
            OrganisationKind kind = i % 3 == 0 ? OrganisationKind.SCHOOL : OrganisationKind.MEDIA;
            String place = i % 4 == 0 ? null : i % 4 == 1 ? "QC-06" : "MX";
            act(() -> organisations.create(
                    new OrganisationFacts(name, null, List.of(), kind, place, null, List.of(), null)));
        }
        var orders = new HashMap<String, List<String>>();
        for (String sort : List.of("name", "-kind", "place", "newest")) {
            List<String> paged = new ArrayList<>();
            String after = null;
            do {
                ListRequest<OrganisationFilter> request = new ListRequest<>(OrganisationFilter.ALL, sort, after, 7);
                ListPage<OrganisationListQueries.OrganisationLine> page = act(() -> organisationList.findPage(request));
                page.rows().forEach(row -> paged.add(row.name().name()));
                assertThat(page.count().counted()).isEqualTo(25);
                after = page.next();
            } while (after != null);
            List<String> whole = new ArrayList<>();
            act(() -> organisationList.iterateAll(OrganisationFilter.ALL, sort))
                    .forEachRemaining(row -> whole.add(row.name().name()));
            assertThat(paged).as(sort).hasSize(25).doesNotHaveDuplicates().isEqualTo(whole);
            orders.put(sort, whole);
        }
        assertThat(orders.get("name")).startsWith("École a", "ecole b").endsWith("École y");
        assertThat(orders.get("-kind")).startsWith("École y", "ecole v").endsWith("École c", "ecole b");
        assertThat(orders.get("place")).startsWith("École a", "École e").endsWith("ecole v");
        assertThat(orders.get("newest")).startsWith("École y", "ecole x");
        OrganisationFilter schoolsInQuebec = new OrganisationFilter("ecol", OrganisationKind.SCHOOL, "QC", null);
        assertThat(act(() -> organisationList.findPage(new ListRequest<>(schoolsInQuebec, "", "not a cursor", 50)))
                        .rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.position()).isEqualTo("QC-06"));
    }

    @Test
    void listsPeopleWithCurrentFunctions() throws Exception {
        OrganisationId union = organisation("Syndicat du Vieux-Port", "SVP");
        PersonId ana = person("Ana", "Ruiz");
        act(() -> appointments.appoint(ana, union, "Présidente", Period.ALWAYS));
        act(() -> appointments.appoint(ana, union, "Trésorière", new Period(null, LocalDate.of(2020, 1, 1))));
        person("Zoé", "Roy");

        assertThat(act(() -> personList.findPage(ListRequest.first(PersonFilter.ALL, 10)))
                        .rows())
                .extracting(PersonListQueries.PersonLine::functions)
                .containsExactly(null, "Présidente, SVP");
        PersonFilter there = new PersonFilter("", union, "presid", null);
        assertThat(act(() -> personList.findPage(ListRequest.first(there, 10))).rows())
                .hasSize(1);
        assertThat(act(() -> personReading.findFunctions(ana))).hasSize(2);
    }

    @Test
    void createsOrganisationAddedByNameOnce() throws Exception {
        OrganisationId made = act(() -> people.findOrCreateOrganisation("Comité des femmes"));

        assertThat(act(() -> people.findOrCreateOrganisation(" comite des FEMMES ")))
                .isEqualTo(made);
        assertThat(act(() -> people.findOrCreateOrganisation("Comité"))).isNotEqualTo(made);
    }

    @Test
    void returnsNamesInRequestedOrder() throws Exception {
        OrganisationId b = organisation("B", null);
        OrganisationId a = organisation("A", null);

        assertThat(act(() -> people.organisationNames(List.of(b, a))).keySet()).containsExactly(b, a);
        assertThat(act(() -> people.personNames(List.of()))).isEmpty();
    }

    @Test
    void hidesContactsFromReadersOfOrganisations() {
        Actor reader = new Actor(new java.util.UUID(0, 1), "reader", null, null, Set.of(PeoplePermissions.READ));

        assertThatThrownBy(() ->
                        CurrentActor.callAs(reader, () -> personList.findPage(ListRequest.first(PersonFilter.ALL, 10))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> CurrentActor.callAs(reader, () -> people.findOrCreateOrganisation("X")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private OrganisationId organisation(String name, @Nullable String shortName) throws Exception {
        return act(() -> organisations.create(new OrganisationFacts(
                name, shortName, List.of(), OrganisationKind.OTHER, null, null, List.of(), null)));
    }

    private PersonId person(String givenName, String familyName) throws Exception {
        return act(() -> persons.create(PersonFacts.named(givenName, familyName)));
    }

    private List<String> find(String typed) throws Exception {
        return act(() -> people.findOrganisations(typed, 10)).stream()
                .map(OrganisationName::name)
                .toList();
    }

    private List<String> findPeople(String typed) throws Exception {
        return act(() -> people.findPeople(typed, 10)).stream()
                .map(PersonName::name)
                .toList();
    }

    private static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work::call);
    }
}
