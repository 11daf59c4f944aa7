package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DelegateFacts;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.DoorService;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.domain.VoteService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.delegation.domain.BylawService;
import org.convergence.resources.delegation.domain.StepTable;
import org.convergence.resources.delegation.domain.StepTable.DelegationStep;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** An assembly of a federation with 17 cards, a union with 2, and a union without a known headcount. */
abstract class AssemblyDayFixture {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    BoardFixture board;

    @Autowired
    MeetingFixture meetings;

    @Autowired
    CategoryService categories;

    @Autowired
    AdmissionService admission;

    @Autowired
    HeadcountService headcounts;

    @Autowired
    BylawService bylaws;

    @Autowired
    PeopleDirectory people;

    @Autowired
    DoorService door;

    @Autowired
    VoteService votes;

    @Autowired
    VoteQueries queries;

    @Autowired
    BallotService ballots;

    @Autowired
    MinutesQueries minutes;

    @Autowired
    AllIdentityReferences references;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    JdbcClient db;

    MeetingId meeting = new MeetingId(new UUID(0, 0));
    UUID item = new UUID(0, 0);

    @BeforeEach
    void aFederationAndAUnion() {
        visitors.ensureOrganisation();
        for (String table : new String[] {
            "delegation_suspension", "delegation_bylaw", "membership_headcount", "membership", "membership_category"
        }) {
            db.sql("DELETE FROM resources." + table).update();
        }
        board.runAs(() -> {
            CategoryId unions = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            bylaws.adopt(
                    unions,
                    LONG_AGO,
                    new StepTable(List.of(new DelegationStep(0, 2, 2), new DelegationStep(10_001, 5, 17))),
                    "art. 9",
                    new Decision("AGA", LONG_AGO, null, null));
            admit("Fédération des grands vents", unions, 50_000);
            admit("Syndicat du petit port", unions, 100);
            admit("Syndicat sans effectif", unions, 0);
        });
        BodyId assembly = board.addBody(BodyKind.GENERAL, new Quorum(Quorum.QuorumMeasure.ORGANISATIONS, 1, 2, true));
        meeting = meetings.plan(assembly, settings.today().atTime(9, 0));
        item = meetings.itemId(meeting, 3);
        assertThat(pages.as(Role.STAFF).post(url() + "/door")).hasStatus(303);
    }

    void admit(String name, CategoryId category, int headcount) {
        OrganisationId id = people.findOrCreateOrganisation(name);
        admission.admit(new MembershipFacts(id, category, LONG_AGO, null));
        if (headcount > 0) {
            headcounts.declare(new HeadcountFacts(
                    id, settings.today().minusMonths(2), headcount, HeadcountStatus.DECLARED, null, null));
        }
    }

    void everybodyIsIn() {
        checkIn("Fédération", "Éva Roy", 17);
        checkIn("Syndicat du petit port", "Ali Diop", null);
        checkIn("Syndicat du petit port", "Luz Vega", null);
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
    }

    VoteId openNominal() {
        return count(() -> {
            VoteId vote = votes.create(
                    meeting, new VoteFacts(item, VoteKind.TEXT, VoteMethod.NOMINAL, "d’agir ensemble", null, null));
            votes.open(vote, OpeningFacts.of(true));
            return vote;
        });
    }

    Delegate checkIn(String delegation, String name, @Nullable Integer cards) {
        return door(() -> door.checkIn(delegation(delegation).id(), new DelegateFacts(name, true, cards)))
                .delegate();
    }

    DoorDelegation delegation(String name) {
        return door(() -> door.findDelegations(meeting)).stream()
                .filter(each -> each.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    Delegate delegate(String delegation, int place) {
        return door(() -> door.findDelegates(delegation(delegation).id())).get(place);
    }

    <T> T door(Supplier<T> work) {
        return board.callAs(Role.VOLUNTEER, work);
    }

    <T> T count(Supplier<T> work) {
        return board.callAs(work);
    }

    String url() {
        return "/outreach/vote/meetings/" + meeting.value();
    }

    String main(Role role, String url) {
        return pages.as(role).open(url).select("main").text().replace('\u00a0', ' ');
    }

    String stranger(String link) {
        return Pages.require(pages.asStranger().get(link)).text().replace('\u00a0', ' ');
    }

    MvcTestResult post(String token, String url, String body) {
        return mvc.post()
                .uri(url)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body)
                .exchange();
    }
}
