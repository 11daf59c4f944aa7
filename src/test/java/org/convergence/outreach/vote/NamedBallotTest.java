package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.vote.domain.Delegate;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Vote;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.outreach.vote.domain.VotePolicy.VoteOutcome;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Votes by name: by link, by programs, while a vote is closed, and after an erasure. */
@ModuleTest
class NamedBallotTest extends AssemblyDayFixture {

    @Test
    void castsABallotByLinkWholeOrSplitAndShowsNoResultBeforeClosing() {
        everybodyIsIn();
        Delegate eva = delegate("Fédération", 0);
        String link = door(() -> ballots.issueLink(eva.id()));
        assertThat(stranger(link)).contains("Aucun vote nominal");
        VoteId vote = openNominal();
        assertThat(stranger(link)).contains("d’agir ensemble", "Pour, mes 17 cartons", "n’est pas secret");
        assertThat(pages.asStranger().post(link, "vote=" + vote.value(), "cards-FOR=11", "cards-AGAINST=5"))
                .hasStatus(422)
                .bodyText()
                .contains("16 cartons répartis, mais vous en portez 17");
        assertThat(pages.asStranger().post(link, "vote=" + vote.value(), "all=AGAINST"))
                .hasStatus(303);
        assertThat(pages.asStranger().post(link, "vote=" + vote.value(), "cards-FOR=11", "cards-AGAINST=6"))
                .hasStatus(303);
        assertThat(stranger(link)).contains("Votre vote est reçu : 11 pour et 6 contre");
        assertThat(main(Role.COORDINATOR, "/outreach/vote/votes/" + vote.value()))
                .contains("17 cartons ont voté sur 19")
                .doesNotContain("11", "6 contre");
        door(() -> door.setPresent(eva.id(), false));
        assertThat(pages.asStranger().post(link, "vote=" + vote.value(), "all=FOR"))
                .hasStatus(422)
                .bodyText()
                .contains("cartons sont suspendus");
        door(() -> {
            door.substitute(eva.id(), "Zoé Nadeau", true);
            return true;
        });
        assertThat(pages.asStranger().get(link))
                .as("the link of the bearer before")
                .hasStatus(404);
        assertThat(count(() -> votes.close(vote, CountedVotes.NOTHING))).isEqualTo(VoteOutcome.CARRIED);
        assertThat(main(Role.STAFF, "/outreach/vote/votes/" + vote.value()))
                .contains("Adopté : 11 pour, 6 contre", "Fédération des grands vents (Zoé Nadeau, 11 cartons)");
        assertThat(db.sql("SELECT bool_and(substr(id::text, 15, 1) = '4') FROM outreach.vote_ballot")
                        .query(Boolean.class)
                        .single())
                .as("random ids")
                .isTrue();
    }

    @Test
    void scrutineerNotesTheBallotOfADelegateWithoutAPhone() {
        everybodyIsIn();
        VoteId vote = openNominal();
        String roll = "/outreach/vote/votes/" + vote.value() + "/ballots";
        assertThat(main(Role.COORDINATOR, "/outreach/vote/votes/" + vote.value()))
                .contains("Une personne sans téléphone?");
        assertThat(main(Role.STAFF, roll)).contains("Éva Roy", "17 cartons · n’a pas encore voté", "Luz Vega");
        assertThat(main(Role.STAFF, roll + "?q=eva")).contains("Éva Roy").doesNotContain("Luz Vega");
        assertThat(pages.as(Role.VOLUNTEER).get(roll)).hasStatus(403);
        String eva = "delegate=" + delegate("Fédération", 0).id().value();
        assertThat(pages.as(Role.STAFF).post(roll, eva, "cards-FOR=11", "cards-AGAINST=5"))
                .hasStatus(422)
                .bodyText()
                .contains("16 cartons répartis");
        assertThat(pages.as(Role.STAFF).post(roll, eva, "all=AGAINST")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(roll, eva, "cards-FOR=11", "cards-AGAINST=6"))
                .as("a correction replaces it")
                .hasStatus(303);
        assertThat(main(Role.STAFF, roll)).contains("17 cartons · a voté").doesNotContain("11");
        assertThat(pages.as(Role.STAFF).post(roll, "delegate=" + UUID.randomUUID(), "all=FOR"))
                .as("nobody of the roll")
                .hasStatus(422);
        assertThat(count(() -> votes.close(vote, CountedVotes.NOTHING))).isEqualTo(VoteOutcome.CARRIED);
        assertThat(main(Role.STAFF, "/outreach/vote/votes/" + vote.value())).contains("11 pour, 6 contre");
        assertThat(pages.as(Role.STAFF).post(roll, eva, "all=FOR")).as("closed").hasStatus(422);
    }

    @Test
    void countsExactlyTheBallotsThatArrivedBeforeClosing() throws Exception {
        everybodyIsIn();
        List<Delegate> all = new ArrayList<>();
        for (DoorDelegation each : door(() -> door.findDelegations(meeting))) {
            all.addAll(door(() -> door.findDelegates(each.id())));
        }
        VoteId vote = openNominal();
        CountDownLatch start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(all.size() + 1);
        List<Future<Boolean>> casts = new ArrayList<>();
        for (Delegate each : all) {
            casts.add(threads.submit(() -> {
                start.await();
                try {
                    count(() -> {
                        ballots.cast(vote, each.id(), Map.of(BallotChoice.FOR, each.cards()));
                        return true;
                    });
                    return true;
                } catch (Refused late) {
                    assertThat(late.messageKey()).isEqualTo("public.vote.refused.not-open");
                    return false;
                }
            }));
        }
        count(() -> {
            ballots.cast(
                    vote,
                    all.get(0).id(),
                    Map.of(BallotChoice.AGAINST, all.get(0).cards()));
            return true;
        });
        start.countDown();
        count(() -> votes.close(vote, CountedVotes.NOTHING));
        int received = 0;
        for (int i = 0; i < all.size(); i++) {
            if (casts.get(i).get() || i == 0) {
                received += all.get(i).cards();
            }
        }
        threads.shutdown();
        Vote closed = count(() -> queries.findById(vote));
        assertThat((closed.inFavour() == null ? 0 : closed.inFavour())
                        + (closed.against() == null ? 0 : closed.against()))
                .as("ballots accepted are ballots counted")
                .isEqualTo(received);
    }

    @Test
    void aProgramOpensTheDoorAndNotesTheQuorum() {
        String token = visitors.createToken(Role.COORDINATOR);
        MeetingId other = meetings.plan(
                new BodyId(db.sql("SELECT body FROM outreach.assembly_meeting WHERE id = ?")
                        .param(meeting.value())
                        .query(UUID.class)
                        .single()),
                settings.today().atTime(9, 0));
        String base = "/api/v1/assemblies/" + other.value();
        UUID member =
                Objects.requireNonNull(delegation("Fédération").organisation()).value();
        String body = "{\"organisation\": \"" + member + "\", \"name\": \"Fleur Okabe\"}";
        assertThat(post(visitors.createToken(Role.VOLUNTEER), base + "/check-ins", body))
                .as("the door is closed")
                .hasStatus(404);
        assertThat(post(token, base + "/check-ins", body)).hasStatus(201);
        MvcTestResult vote = post(
                token,
                base + "/votes",
                "{\"item\": \"" + meetings.itemId(other, 3)
                        + "\", \"kind\": \"TEXT\", \"method\": \"NOMINAL\", \"text\": \"d’agir\", \"open\": true, \"evenWithoutQuorum\": true}");
        assertThat(vote).hasStatus(201).bodyText().contains("\"state\":\"OPEN\"");
    }

    @Test
    void servesProgramsAndNamesNoErasedPerson() throws Exception {
        String token = visitors.createToken(Role.STAFF);
        String base = "/api/v1/assemblies/" + meeting.value();
        UUID federation = delegation("Fédération").id().value();
        String body = "{\"delegation\": \"" + federation + "\", \"name\": \"Fleur Okabe\", \"letterSeen\": true}";
        assertThat(post(token, base + "/check-ins", body))
                .hasStatus(201)
                .bodyText()
                .contains("\"cards\":4");
        assertThat(post(token, base + "/check-ins", body))
                .hasStatus(200)
                .bodyText()
                .contains("\"alreadyThere\":true");
        String delegate = delegate("Fédération", 0).id().value().toString();
        for (String move : List.of("LEAVE", "RETURN")) {
            assertThat(post(
                            token,
                            base + "/check-ins",
                            "{\"delegate\": \"" + delegate + "\", \"move\": \"" + move + "\"}"))
                    .hasStatus(200)
                    .bodyText()
                    .contains("\"present\":" + move.equals("RETURN"));
        }
        String substitute = "{\"delegate\": \"" + delegate + "\", \"move\": \"SUBSTITUTE\"";
        assertThat(post(token, base + "/check-ins", substitute + "}"))
                .as("without a name")
                .hasStatus(422);
        for (String bearer : List.of("Bo Tran", "Fleur Okabe")) {
            assertThat(post(token, base + "/check-ins", substitute + ", \"name\": \"" + bearer + "\"}"))
                    .hasStatus(200)
                    .bodyText()
                    .contains(bearer, "\"cards\":4");
        }
        assertThat(pages.as(Role.STAFF).post(url() + "/quorum")).hasStatus(303);
        MvcTestResult made = post(
                token,
                base + "/votes",
                "{\"item\": \"" + item
                        + "\", \"kind\": \"TEXT\", \"method\": \"NOMINAL\", \"text\": \"d’agir\", \"open\": true, \"evenWithoutQuorum\": true, \"mover\": \""
                        + delegate + "\"}");
        assertThat(made).hasStatus(201).bodyText().contains("\"present\":4");
        String vote = made.getResponse().getHeader("Location");
        UUID fleur = delegate("Fédération", 0).id().value();
        assertThat(post(token, vote + "/ballots", "{\"delegate\": \"" + fleur + "\", \"inFavour\": 5}"))
                .hasStatus(422);
        assertThat(post(token, vote + "/ballots", "{\"delegate\": \"" + fleur + "\", \"inFavour\": 4}"))
                .hasStatus(201)
                .bodyText()
                .contains("\"inFavour\":null");
        assertThat(post(token, vote + "/close", "{}"))
                .hasStatus(201)
                .bodyText()
                .contains("\"outcome\":\"CARRIED\"", "\"inFavour\":4");

        db.sql("""
                        UPDATE outreach.assembly_meeting SET adopted_on = begins::date, signed_on = begins::date, signed_by = 'Ana Roy'
                        WHERE id = ?""").param(meeting.value()).update();
        PersonId person = board.addPerson("Fleur", "Okabe", "fr");
        transaction.executeWithoutResult(status -> references.forEach(each -> {
            each.rename(person, IdentityReference.WITHOUT);
            each.erase(person);
        }));
        assertThat(db.sql("""
                                SELECT name FROM outreach.vote_delegate UNION SELECT name FROM outreach.vote_movement
                                UNION SELECT mover FROM outreach.vote UNION SELECT proposed_by FROM outreach.assembly_resolution
                                """).query(String.class).list())
                .noneMatch(each -> each != null && each.contains("Okabe"))
                .contains("[retiré]", "[retiré] (Fédération des grands vents)");
        assertThat(count(() -> minutes.findAttendance(meeting)).countVotingSeats())
                .as("votes stay")
                .isEqualTo(4);
    }
}
