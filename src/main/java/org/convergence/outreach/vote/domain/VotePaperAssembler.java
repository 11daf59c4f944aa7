package org.convergence.outreach.vote.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.Delegate.ExpectedDelegate;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.BallotChoice;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Builds what is printed for an assembly: the list of the door, to be signed where a phone fails, and the ballots of a
 * secret vote with the sheet of its scrutineers.
 */
@Service
@Transactional(readOnly = true)
@Requires(VotePermissions.COUNT)
public class VotePaperAssembler {

    private static final String BOX = "\u2610\u00a0\u00a0";
    private static final String ROOM = "\u00a0".repeat(14);

    private final DoorRepository door;
    private final VoteRepository votes;
    private final MeetingQueries meetings;
    private final OrganisationSettings settings;

    VotePaperAssembler(
            DoorRepository door, VoteRepository votes, MeetingQueries meetings, OrganisationSettings settings) {
        this.door = door;
        this.votes = votes;
        this.meetings = meetings;
        this.settings = settings;
    }

    /** The delegations with their rights, their delegates, and an empty line for each seat that is not named. */
    @Requires(VotePermissions.CHECK_IN)
    public Paper assembleDoorList(MeetingId meeting, Words t) {
        List<Delegate> delegates = door.findAllDelegates(meeting);
        List<ExpectedDelegate> expected = door.findExpected(meeting);
        List<List<Cell>> rows = new ArrayList<>();
        for (DoorDelegation each : door.findDelegations(meeting)) {
            List<List<Cell>> named = Stream.concat(
                            delegates.stream()
                                    .filter(it -> it.delegation().equals(each.id()))
                                    .map(it -> row(
                                            it.name(),
                                            it.letterSeen(),
                                            hour(it.arrivedAt(), t),
                                            t.number(it.cards()),
                                            t)),
                            expected.stream()
                                    .filter(it -> it.delegation().equals(each.id()))
                                    .map(it -> row(
                                            it.substitute() ? t.say("vote.door.substitute", it.name()) : it.name(),
                                            it.hasLetter(),
                                            "",
                                            "",
                                            t)))
                    .toList();
            long seats = each.came()
                    + expected.stream()
                            .filter(it -> it.delegation().equals(each.id()) && !it.substitute())
                            .count();
            List<List<Cell>> lines = new ArrayList<>(named);
            for (long place = seats; place < each.delegates(); place++) {
                lines.add(row("", false, "", "", t));
            }
            for (int i = 0; i < lines.size(); i++) {
                List<Cell> line = new ArrayList<>();
                line.add(
                        i > 0
                                ? Cell.of("")
                                : new Cell(
                                        List.of(
                                                new Inline.InlineText(each.name()),
                                                new Inline.Break(),
                                                new Inline.InlineText(
                                                        t.say("vote.door.right", each.delegates(), each.votes()))),
                                        null));
                line.addAll(lines.get(i));
                rows.add(line);
            }
        }
        return paper(
                meeting,
                t.say("vote.paper.list"),
                List.of(Section.of(
                        "",
                        List.of(new Block.Table(
                                t.say("vote.paper.list"),
                                Stream.of("delegation", "name", "letter", "hour", "cards", "signature")
                                        .map(each -> Column.words(t.say("vote.paper." + each)))
                                        .toList(),
                                rows)))),
                t);
    }

    private static List<Cell> row(String name, boolean hasLetter, String hour, String cards, Words t) {
        return List.of(
                new Cell(high(name.isEmpty() ? ROOM : name), null),
                Cell.of(hasLetter ? t.say("vote.paper.letter.seen") : ""),
                Cell.of(hour),
                Cell.of(cards),
                Cell.of(ROOM));
    }

    private static String hour(Instant at, Words t) {
        return t.time(at.atZone(t.zone()).toLocalTime());
    }

    /**
     * The sheet of the scrutineers, then a sheet of ballots.
     *
     * @throws NotFound if it is no secret vote, or was closed
     */
    public Paper assembleBallots(VoteId id, Words t) {
        Vote vote = votes.findById(id);
        if (vote.method() != VoteMethod.PAPER || vote.outcome() != null) {
            throw new NotFound("ballots");
        }
        boolean isElection = vote.kind() == VoteKind.ELECTION;
        List<String> choices = isElection
                ? votes.findCandidates(vote.meeting()).stream()
                        .filter(each -> each.vote().equals(id))
                        .map(Candidate::name)
                        .toList()
                : Stream.of(BallotChoice.values())
                        .map(each -> t.say("public.vote.choice." + each))
                        .toList();
        Integer present = vote.present();
        int cards = present != null
                ? present
                : door.findDelegations(vote.meeting()).stream()
                        .mapToInt(DoorDelegation::cards)
                        .sum();
        int ballots = countBallots(choices.size());
        String text = t.capital(VoteFormatter.formatText(vote, t));
        List<Block> sheet = new ArrayList<>(List.of(
                new Block.Subheading(text),
                Block.text(t.say("vote.paper.copies", cards, (cards + ballots - 1) / ballots, ballots)),
                count(
                        choices.stream()
                                .map(each -> isElection ? t.say("vote.voices.of", each) : each)
                                .toList(),
                        t)));
        for (String each : List.of("vote.field.scrutineer", "vote.field.second")) {
            sheet.add(Block.text("\u00a0"));
            sheet.add(Block.text(t.say("text.labelled", t.say(each), "_".repeat(40))));
        }
        sheet.add(new Block.PageBreak());
        List<Block> ballot = new ArrayList<>(List.of(
                new Block.Subheading(text),
                Block.text(
                        vote.seats() == null
                                ? t.say("vote.paper.tick")
                                : t.say("vote.paper.tick.names", vote.seats()))));
        choices.forEach(each -> ballot.add(Block.text(BOX + each)));
        ballot.add(Block.text("\u00a0"));
        ballot.add(Block.text("- ".repeat(108)));
        return paper(
                vote.meeting(),
                t.say("vote.paper.ballots"),
                List.of(
                        Section.of(t.say("vote.paper.count"), sheet),
                        Section.of(
                                "",
                                Collections.nCopies(ballots, ballot).stream()
                                        .flatMap(List::stream)
                                        .toList())),
                t);
    }

    /** How many ballots with so many choices a sheet holds. */
    private static int countBallots(int choices) {
        return choices <= 4 ? 4 : choices <= 12 ? 2 : 1;
    }

    private static Block count(List<String> voices, Words t) {
        return new Block.Table(
                t.say("vote.paper.count"),
                List.of(Column.words(""), Column.words(t.say("vote.paper.number"))),
                Stream.concat(
                                Stream.of("distributed", "returned", "spoilt").map(each -> t.say("vote.field." + each)),
                                voices.stream())
                        .map(each -> List.of(new Cell(high(each), null), Cell.of(ROOM)))
                        .toList());
    }

    /** Two lines, so that there is room to write. */
    private static List<Inline> high(String text) {
        List<Inline> lines = new ArrayList<>(Inline.of(text));
        lines.add(new Inline.Break());
        lines.addAll(Inline.of("\u00a0"));
        return lines;
    }

    private Paper paper(MeetingId meeting, String title, List<Section> sections, Words t) {
        Agenda agenda = meetings.findAgenda(meeting);
        return new Paper(
                title,
                AssemblyFormatter.formatTitle(agenda, t),
                settings.current().name(),
                title,
                sections,
                Paper.Layout.SHEET);
    }
}
