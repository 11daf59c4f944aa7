package org.convergence.outreach.event.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.Event.EventQuota;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.outreach.event.domain.EventOrder.SeatPrice;
import org.convergence.outreach.event.domain.EventOrderService;
import org.convergence.outreach.event.domain.EventOrderService.CheckInResult;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.event.domain.EventService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ApiCondition;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events, orders of seats and check-ins in the API. */
@RestController
@RequestMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(EventPermissions.EDIT)
@Tag(name = "events")
class EventApi {

    private static final int MOST_SEATS = 500;

    private final EventQueries queries;
    private final EventService events;
    private final EventOrderService orders;
    private final OrganisationSettings settings;
    private final Field<OrganisationId> buyer;

    EventApi(
            EventQueries queries,
            EventService events,
            EventOrderService orders,
            OrganisationSettings settings,
            PartyChooser chooser) {
        this.queries = queries;
        this.events = events;
        this.orders = orders;
        this.settings = settings;
        this.buyer = chooser.organisation("organisation", "event.order.buyer").optional();
    }

    /** An event to announce. */
    record EventRequest(
            @Schema(minLength = 1, maxLength = 200) String name,
            LocalDate day,

            @Schema(description = "Such as 18:30", pattern = "([01]\\d|2[0-3]):[0-5]\\d") @Nullable
            String begins,

            @Schema(maxLength = 300) @Nullable String place,

            @Schema(description = "Seats in the room", minimum = "0", maximum = "100000") @Nullable
            Integer quota,

            @Schema(description = "Seats on line", minimum = "0", maximum = "100000") @Nullable
            Integer online,

            @Schema(description = "Whether there is a draw, which needs a licence") @Nullable
            Boolean draw,

            @Schema(maxLength = 50) @Nullable String licence,

            @Schema(description = "Guests at a table, 8 if missing", minimum = "2", maximum = "20") @Nullable
            Integer tableSize,

            @Schema(description = "The three prices are given together, the regular one alone, or none") @Nullable
            BigDecimal reduced,

            @Nullable BigDecimal regular,
            @Nullable BigDecimal support,

            @Schema(description = "Whether the website and its feeds show it; false if missing") @Nullable
            Boolean announced) {}

    /** Seats of a mode. */
    record QuotaResource(EventMode mode, int seats, int sold, int waiting) {}

    /** An event. */
    record EventResource(
            UUID id,
            EventState state,
            List<QuotaResource> quotas,

            @Schema(description = "Guests by need; null once the needs are erased") @Nullable
            Map<GuestNeed, Integer> needs,

            @Schema(description = "The totals kept once the needs are erased") @Nullable
            Map<GuestNeed, Integer> needTotals) {}

    /** An order of seats. */
    record EventOrderRequest(
            @Schema(minimum = "1", maximum = "500") int seats,

            @Schema(description = "In person if missing") @Nullable
            EventMode mode,

            @Schema(description = "Who registers, or names the guests; may be given later", maxLength = 200) @Nullable
            String name,

            @Schema(maxLength = 254) @Nullable String mail,

            @Schema(
                    description = "Of its letters and its invoice; the organisation's first if missing",
                    allowableValues = {"fr", "en", "es"})
            @Nullable
            String language,

            @Schema(description = "Id of the organisation that buys") @Nullable
            UUID organisation,

            @ApiCondition(with = "organisation") @Nullable SeatPrice price,

            @ApiCondition(with = "organisation")
            @Schema(description = "Its number, or who signed: it confirms", maxLength = 200)
            @Nullable
            String purchaseOrder,

            @ArraySchema(maxItems = 9, arraySchema = @Schema(description = "Of the person who registers")) @Nullable
            List<GuestNeed> needs,

            @Schema(description = "The words of OTHER", maxLength = 300) @Nullable
            String note) {}

    /**
     * An order.
     *
     * @param sold seats taken in its mode; above the quota only by tickets sold elsewhere
     */
    record EventOrderResource(UUID id, EventOrderState state, String code, int sold, int quota) {}

    /** What guests do at the door. */
    enum GuestMove {
        ENTER,
        LEAVE,
        RETURN,
        /** Takes a check-in back. */
        UNDO
    }

    /** Guests at the door: all those of an order, by its code, or some by their seats. */
    record EventCheckInRequest(
            @ApiCondition(without = "seats")
            @Schema(description = "Of an order, all of whose guests come in", minLength = 4, maxLength = 4)
            @Nullable
            String code,

            @ArraySchema(maxItems = MOST_SEATS, arraySchema = @Schema(description = "Ids of seats, instead of a code"))
            @Nullable
            List<UUID> seats,

            @Schema(description = "They come in if missing; other moves need seats") @Nullable
            GuestMove move) {}

    /** What a check-in did; doubles are reported, never refused. {@code moved} guests left, returned or were undone. */
    record EventCheckInResource(int admitted, int doubles, int moved) {}

    @PostMapping
    @Operation(summary = "Open an event", description = "Registration opens; a draw without a licence is refused.")
    @ApiResponse(
            responseCode = "201",
            description = "The event",
            content = @Content(schema = @Schema(implementation = EventResource.class)))
    ResponseEntity<String> announce(IdempotentCreation post, @RequestBody EventRequest request) {
        return post.json(request, sent -> {
            EventId id = events.create(JsonForm.read(sent, (answers, form) -> EventForm.read(answers)));
            events.open(id);
            return IdempotentResponse.created(show(id.value()));
        });
    }

    @GetMapping("/{id}")
    @Requires(EventPermissions.READ)
    @Operation(summary = "Read an event with its seats and the needs of its guests")
    EventResource show(@PathVariable UUID id) {
        Event event = queries.findById(new EventId(id));
        List<QuotaResource> quotas = queries.findQuotas(event.id()).stream()
                .map(each -> new QuotaResource(each.mode(), each.seats(), each.taken(), each.waiting()))
                .toList();
        Map<GuestNeed, Integer> needs = queries.countNeeds(event.id());
        // From the seventh day on they are not told, also before the night in which they are erased.
        boolean isOver = !event.hasNeeds(settings.today());
        return new EventResource(id, event.state(), quotas, isOver ? null : needs, isOver ? needs : null);
    }

    @PostMapping("/{id}/orders")
    @Operation(
            summary = "Order seats",
            description = "A group gets all its seats, or waits. An organisation's seats are held until it confirms.")
    @ApiResponse(
            responseCode = "201",
            description = "The order",
            content = @Content(schema = @Schema(implementation = EventOrderResource.class)))
    ResponseEntity<String> order(
            @PathVariable UUID id, IdempotentCreation post, @RequestBody EventOrderRequest request, Words t) {
        return post.json(request, sent -> {
            EventOrder order = orders.order(new EventId(id), JsonForm.read(sent, (answers, form) -> {
                if (sent.name() == null) {
                    form.with("name", t.say("event.order.without-name"));
                }
                return EventForm.readOrder(answers, answers.find(buyer), language(sent, answers));
            }));
            EventQuota quota = queries.findQuotas(order.event()).stream()
                    .filter(each -> each.mode() == order.mode())
                    .findFirst()
                    .orElseThrow();
            return IdempotentResponse.created(new EventOrderResource(
                    order.id().value(), order.state(), order.code(), quota.taken(), quota.seats()));
        });
    }

    private String language(EventOrderRequest sent, FormValues answers) {
        String first = settings.current().languages().get(0);
        String language = Objects.requireNonNullElse(sent.language(), first);
        if (!PublicLanguages.isSupported(language)) {
            answers.reject("language", "shell.form.choice");
        }
        return language;
    }

    @PostMapping("/{id}/check-ins")
    @Requires(EventPermissions.CHECK_IN)
    @Operation(
            summary =
                    "Check guests in, by the code of their order or by their seats, or note that they left or returned",
            description = "Twice is reported, never refused.")
    @ApiResponse(
            responseCode = "201",
            description = "Guests who came in, and those who had been checked in before",
            content = @Content(schema = @Schema(implementation = EventCheckInResource.class)))
    ResponseEntity<String> checkIn(
            @PathVariable UUID id, IdempotentPost post, @RequestBody EventCheckInRequest request) {
        return post.json(request, sent -> {
            EventId event = new EventId(id);
            List<UUID> seats = Objects.requireNonNullElse(sent.seats(), List.of());
            GuestMove move = Objects.requireNonNullElse(sent.move(), GuestMove.ENTER);
            String code = JsonForm.read(sent, (answers, form) -> {
                if (seats.size() > MOST_SEATS) {
                    answers.reject("seats", "shell.form.too-many", MOST_SEATS);
                }
                return seats.isEmpty() || move != GuestMove.ENTER ? needed(answers, move, seats) : "";
            });
            if (move == GuestMove.ENTER) {
                CheckInResult result = orders.checkIn(event, code, seats);
                return IdempotentResponse.created(new EventCheckInResource(result.admitted(), result.doubles(), 0));
            }
            int moved = move == GuestMove.UNDO
                    ? orders.undoCheckIn(event, seats)
                    : orders.move(event, seats, move == GuestMove.LEAVE);
            return IdempotentResponse.created(new EventCheckInResource(0, 0, moved));
        });
    }

    private static String needed(FormValues answers, GuestMove move, List<UUID> seats) {
        if (move == GuestMove.ENTER) {
            return answers.text("code", 4);
        }
        if (seats.isEmpty()) {
            answers.reject("seats", "shell.form.required");
        }
        return "";
    }
}
