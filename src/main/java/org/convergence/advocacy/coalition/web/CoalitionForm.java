package org.convergence.advocacy.coalition.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.coalition.domain.CoalitionMeetingService.CoalitionMeetingFacts;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionMeetingRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionRow;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatRow;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionFacts;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionPositionFacts;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionSeatFacts;
import org.convergence.advocacy.coalition.domain.SeatPolicy.SeatPower;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The fields of a coalition, a seat, a contribution, a position, an act and a meeting. */
@Component
public record CoalitionForm(PartyChooser chooser, PlanLineOptions lines) {

    public static final Field<Boolean> CONCERNED = Field.checkbox("concerned", "coalition.field.concerned");
    public static final Field<String> MISSION =
            Field.text("mission", "coalition.field.mission", 2_000).optional();
    public static final Field<LocalDate> JOINED =
            Field.date("joinedOn", "coalition.field.joined_on").optional();
    public static final Field<LocalDate> LEFT =
            Field.date("leftOn", "coalition.field.left_on").optional();

    public static final Field<String> SEAT_TITLE = Field.text("seatTitle", "coalition.field.seat_title", 200);
    public static final Field<String> MANDATE = Field.text("mandate", "coalition.field.mandate", 2_000);
    public static final Field<SeatPower> POWER =
            Field.choice("power", "coalition.field.power", List.of(SeatPower.values()), SeatPower::key);
    public static final Field<BigDecimal> HOURS = Field.of(
            "hours", "coalition.field.hours", answers -> answers.optionalHours("hours", 9_999), BigDecimal.ZERO);
    public static final Field<LocalDate> REVIEW = Field.date("reviewOn", "coalition.field.review_on");

    public static final Field<String> OWED = Field.text("owed", "coalition.field.owed", 300);
    public static final Field<LocalDate> DUE = Field.date("dueOn", "coalition.field.due_on");

    public static final Field<String> POSITION = Field.text("position", "coalition.field.position", 300);
    public static final Field<LocalDate> TAKEN = Field.date("takenOn", "coalition.field.taken_on");
    public static final Field<LocalDate> CONSULTED_ON =
            Field.date("consultedOn", "coalition.field.consulted_on").optional();
    public static final Field<String> CONSULTED =
            Field.text("consulted", "coalition.field.consulted", 300).optional();

    public static final Field<LocalDate> DAY = Field.date("day", "coalition.field.happened_on");
    public static final Field<String> WHAT = Field.text("what", "coalition.field.what", 500);
    public static final Field<String> OUR_PART =
            Field.text("ourPart", "coalition.field.our_part", 300).optional();

    public static final Field<LocalDate> HELD = Field.date("heldOn", "coalition.field.held_on");
    public static final Field<String> MEETING = Field.text("title", "coalition.field.meeting", 200);
    public static final Field<String> URL = Field.text("url", "coalition.field.url", PlanAttribution.LONGEST_LINK)
            .optional();
    public static final Field<String> OUTCOME =
            Field.text("outcome", "coalition.field.outcome", 4_000).optional();

    static final String LINE = "line";
    static final String MINUTES = "minutes";
    static final String ORGANISATION = "organisation";
    static final String HOLDER = "holder";
    static final String SUBSTITUTE = "substitute";
    static final String SEAT = "seat";

    static CoalitionFacts readCoalition(FormValues answers) {
        UUID line = answers.optionalId(LINE);
        return new CoalitionFacts(
                answers.get(CONCERNED),
                answers.textOrEmpty(MISSION),
                answers.find(JOINED),
                answers.find(LEFT),
                line == null ? null : new ActionId(line));
    }

    static Form open(CoalitionRow row) {
        return Form.blank()
                .atVersion(row.version())
                .with(CONCERNED.name(), row.concerned() ? "true" : null)
                .with(MISSION.name(), row.mission())
                .with(JOINED.name(), row.joinedOn())
                .with(LEFT.name(), row.leftOn())
                .with(LINE, row.line());
    }

    List<Option> lines(Form form) {
        return lines.find(form, LINE);
    }

    CoalitionSeatFacts readSeat(FormValues answers) {
        return new CoalitionSeatFacts(
                answers.get(SEAT_TITLE),
                chooser.chosenPersons(answers.form(), HOLDER, 1).first(),
                chooser.chosenPersons(answers.form(), SUBSTITUTE, 1).first(),
                answers.get(MANDATE),
                answers.get(POWER),
                answers.get(HOURS),
                answers.get(REVIEW));
    }

    static Form open(CoalitionSeatRow row) {
        return Form.blank()
                .atVersion(row.version())
                .with(SEAT_TITLE.name(), row.title())
                .with(HOLDER, row.holder())
                .with(SUBSTITUTE, row.substitute())
                .with(MANDATE.name(), row.mandate())
                .with(POWER.name(), row.power())
                .with(HOURS.name(), row.hoursAYear().stripTrailingZeros().toPlainString())
                .with(REVIEW.name(), row.reviewOn());
    }

    /** The seats that we hold, and one that may have been given up since. */
    static List<Option> openSeats(List<CoalitionSeatRow> seats, @Nullable CoalitionSeatId former, Words t) {
        return seats.stream()
                .filter(each -> each.endedOn() == null || each.id().equals(former))
                .map(each -> Option.of(
                        each.id(), each.title() + " · " + t.say(each.power().key())))
                .toList();
    }

    static CoalitionPositionFacts readPosition(FormValues answers) {
        return new CoalitionPositionFacts(
                answers.get(POSITION), answers.get(TAKEN), answers.find(CONSULTED_ON), answers.textOrEmpty(CONSULTED));
    }

    /** A meeting as typed, with the file of its minutes. */
    record CoalitionMeetingInput(
            int version,
            CoalitionMeetingFacts facts,
            @Nullable MultipartFile minutes) {}

    static CoalitionMeetingInput readMeeting(FormValues answers) {
        UUID seat = answers.optionalId(SEAT);
        String url = answers.textOrEmpty(URL);
        if (!url.isEmpty() && !PlanAttribution.isLink(url)) {
            answers.reject(URL.name(), "coalition.refused.url");
        }
        return new CoalitionMeetingInput(
                answers.form().filled("version") ? answers.version() : 0,
                new CoalitionMeetingFacts(
                        answers.get(HELD),
                        answers.get(MEETING),
                        seat == null ? null : new CoalitionSeatId(seat),
                        url,
                        answers.textOrEmpty(OUTCOME),
                        answers.textOrEmpty(OUR_PART)),
                answers.file(MINUTES));
    }

    static Form open(CoalitionMeetingRow row) {
        return Form.blank()
                .atVersion(row.version())
                .with(HELD.name(), row.heldOn())
                .with(MEETING.name(), row.title())
                .with(SEAT, row.seat())
                .with(URL.name(), row.url())
                .with(OUTCOME.name(), row.outcome())
                .with(OUR_PART.name(), row.ourPart());
    }
}
