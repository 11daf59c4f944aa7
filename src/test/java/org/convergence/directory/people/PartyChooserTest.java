package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.StatementCounter;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class PartyChooserTest {

    @Autowired
    private PartyChooser chooser;

    @Autowired
    private OrganisationService register;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient db;

    private OrganisationId cegep = new OrganisationId(new UUID(0, 0));
    private OrganisationId comite = cegep;

    @BeforeEach
    void twoOrganisations() throws Exception {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.people_organisation").update();
        cegep = act(() -> register.create(OrganisationFacts.named("Cégep du Vieux-Port")));
        comite = act(() -> register.create(OrganisationFacts.named("Comité jeunes")));
    }

    @Test
    void matchesUniqueKnownNameIgnoringAccents() throws Exception {
        Form form =
                typed(Map.of("with", new String[] {id(comite)}, "with-typed", new String[] {"cegep du vieux-port"}));
        ChosenParties<OrganisationId> chosen = act(() -> chooser.chosenOrganisations(form, "with", 5));
        assertThat(form.problems()).isEmpty();
        assertThat(chosen.known()).containsExactly(comite, cegep);
        assertThat(form.value("with-typed")).isEmpty();
    }

    @Test
    void refusesANewNameWhereOnlyKnownOrganisationsAreMeant() throws Exception {
        Form form = typed(Map.of("payer-new", new String[] {"Syndicat du Quai"}));
        assertThat(act(() -> Optional.ofNullable(chooser.knownOrganisation(form, "payer"))))
                .isEmpty();
        assertThat(form.problem("payer")).as("not dropped in silence").isNotNull();
        assertThat(act(() -> chooser.findMatches("organisations", "Syndicat du Quai", true, 8))
                        .creates())
                .as("nor offered")
                .isFalse();
        assertThat(chooser.knownOrganisations(form, "payer", 1).url()).contains("known");
    }

    @Test
    void unknownNameReturnsSuggestions() throws Exception {
        Form form = typed(Map.of("with-typed", new String[] {"Cegep du Vieu-Port; Comité jeunes"}));
        ChosenParties<OrganisationId> chosen = act(() -> chooser.chosenOrganisations(form, "with", 5));
        assertThat(chosen.known()).containsExactly(comite);
        assertThat(form.problem("with")).isNotNull();
        assertThat(form.value("with-typed")).isEqualTo("Cegep du Vieu-Port");
        List<ChooserField.ChooserChip> chips =
                act(() -> chooser.organisations(form, "with", 5, List.of()).chips());
        assertThat(chips)
                .extracting(
                        ChooserField.ChooserChip::label,
                        ChooserField.ChooserChip::taken,
                        ChooserField.ChooserChip::newcomer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Comité jeunes", true, false),
                        org.assertj.core.groups.Tuple.tuple("Cégep du Vieux-Port", false, false),
                        org.assertj.core.groups.Tuple.tuple("Cegep du Vieu-Port", false, true));
    }

    @Test
    void suggestionReplacesRefusedName() throws Exception {
        Form answered = typed(Map.of(
                "with", new String[] {id(cegep)},
                "with-typed", new String[] {"Cegep du Vieu-Port"},
                "with-refused", new String[] {"Cegep du Vieu-Port"},
                "with-taken", new String[] {"0"}));
        assertThat(act(() -> chooser.chosenOrganisations(answered, "with", 5)).known())
                .containsExactly(cegep);
        assertThat(answered.problems()).isEmpty();
        Form ignored = typed(Map.of(
                "with-typed", new String[] {"Cegep du Vieu-Port"},
                "with-refused", new String[] {"Cegep du Vieu-Port"},
                "with-taken", new String[] {"0"}));
        act(() -> chooser.chosenOrganisations(ignored, "with", 5));
        assertThat(ignored.problem("with")).isNotNull();
    }

    @Test
    void asksToChooseBetweenNamesakes() throws Exception {
        act(() -> register.create(OrganisationFacts.named("COMITE JEUNES")));
        Form form = typed(Map.of("with-typed", new String[] {"Comité jeunes"}));
        act(() -> chooser.chosenOrganisations(form, "with", 5));
        assertThat(form.problem("with"))
                .isNotNull()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("people.chooser.organisations.ambiguous"));
    }

    @Test
    void marksNewNameWithoutCreatingIt() throws Exception {
        Form form = typed(Map.of("with-new", new String[] {"Syndicat du ruban", "comité JEUNES"}));
        ChosenParties<OrganisationId> chosen = act(() -> chooser.chosenOrganisations(form, "with", 5));
        assertThat(chosen.newcomers()).containsExactly("Syndicat du ruban");
        assertThat(chosen.known()).containsExactly(comite);
        assertThat(db.sql("SELECT count(*) FROM directory.people_organisation")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesNewNamesWithoutEditPermission() throws Exception {
        Form form = typed(Map.of("with-new", new String[] {"Syndicat du ruban"}));
        Actor reader = new Actor(new UUID(0, 9), "Lectrice", null, null, java.util.Set.of(PeoplePermissions.READ));
        ChosenParties<OrganisationId> chosen =
                CurrentActor.callAs(reader, () -> chooser.chosenOrganisations(form, "with", 5));
        assertThat(chosen.newcomers()).isEmpty();
        assertThat(form.problem("with")).isNotNull();
    }

    @Test
    void refusesTooManyOrDeletedChoices() throws Exception {
        Form two = typed(Map.of("with", new String[] {id(comite), id(cegep)}));
        act(() -> chooser.chosenOrganisations(two, "with", 1));
        assertThat(two.problem("with")).isNotNull();
        Form gone = typed(Map.of("with", new String[] {new UUID(7, 7).toString()}));
        act(() -> chooser.chosenOrganisations(gone, "with", 1));
        assertThat(gone.problem("with")).isNotNull();
        Form nonsense = typed(Map.of("with", new String[] {"'; --"}));
        act(() -> chooser.chosenOrganisations(nonsense, "with", 1));
        assertThat(nonsense.problem("with")).isNotNull();
    }

    @Test
    void refusesTooManyNamesBeforeSearching() throws Exception {
        String[] names = new String[4_000];
        Arrays.setAll(names, i -> "Organisation inventée " + i);
        Form form = typed(Map.of("with-new", names, "with-typed", new String[] {String.join("; ", names)}));
        int statements = StatementCounter.count(() -> CurrentActor.runAs(
                Actor.system("test"),
                () -> assertThat(chooser.chosenOrganisations(form, "with", 20).isEmpty())
                        .isTrue()));
        assertThat(statements).isZero();
        assertThat(form.problem("with")).extracting(Form.FieldProblem::key).isEqualTo("people.chooser.most");
    }

    @Test
    void suggestionsTolerateTypos() {
        assertThat(mvc.get()
                        .uri("/directory/people/chooser/organisations?field=with&with-typed={q}", "; cegpe")
                        .header("HX-Request", "true")
                        .with(visitors.as(Role.COORDINATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("Cégep du Vieux-Port", "data-new", "role=\"listbox\"")
                .doesNotContain("Comité jeunes", "<html");
        assertThat(mvc.get()
                        .uri("/directory/people/chooser/organisations?field=<b>&q=x")
                        .with(visitors.as(Role.COORDINATOR)))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/directory/people/chooser/strangers?field=with&with-typed=a")
                        .with(visitors.as(Role.COORDINATOR)))
                .as("nothing of this kind is chosen")
                .hasStatus(404);
    }

    private static Form typed(Map<String, String[]> fields) {
        return Form.ofRequest(fields, Map.of());
    }

    private static String id(OrganisationId id) {
        return id.value().toString();
    }

    private static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work::call);
    }
}
