package org.convergence.advocacy.urgentaction.domain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.ActionUpdate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.TargetInOffice;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists urgent actions, and reads what anyone may see of one; each reading asks the database, so that every node
 * answers alike.
 */
@Service
@Transactional(readOnly = true)
@Requires(UrgentActionPermissions.READ)
public class UrgentActionQueries {

    /** The beginning of the addresses. */
    public static final String PATH = "/public/urgent-action/";

    private static final Pattern CODE = Pattern.compile("(\\d{4})-(\\d{1,6})");

    private static final int MOST_NAMES = 300;

    private final ListQuery<UrgentActionFilter, UrgentAction> list;
    private final JdbcClient db;
    private final UrgentActionRepository actions;
    private final SignOnRepository signOns;
    private final SignOnCounter counter;
    private final OrganisationSettings settings;

    UrgentActionQueries(
            JdbcClient db,
            UrgentActionRepository actions,
            SignOnRepository signOns,
            SignOnCounter counter,
            OrganisationSettings settings) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                UrgentActionRepository.COLUMNS,
                UrgentActionRepository.FROM,
                filter -> new SqlConditions()
                        .andPassage("a.search_form", filter.words())
                        .andWhether("a.state IN ('WITHDRAWN', 'CLOSED')", filter.over()),
                List.of(ListOrder.<UrgentAction>descending("latest")
                        .day("a.received_on", UrgentAction::receivedOn)
                        .id("a.id", UrgentAction::id)),
                UrgentActionRepository.ACTION);
        this.actions = actions;
        this.signOns = signOns;
        this.counter = counter;
        this.settings = settings;
    }

    /**
     * A filter of urgent actions.
     *
     * @param words in the title; may be empty
     * @param over those withdrawn or closed, or the others; {@code null} for all
     */
    public record UrgentActionFilter(String words, @Nullable Boolean over) {}

    public ListPage<UrgentAction> findPage(ListRequest<UrgentActionFilter> request) {
        return list.findPage(request);
    }

    /** The latest actions of a filter. */
    public List<UrgentAction> findFirst(UrgentActionFilter filter, int limit) {
        return list.findSlice(new ListRequest<>(filter, "latest", null, limit)).rows();
    }

    /** The letters of an action to its segment, by state. */
    public LetterSummary findLetters(UrgentActionId id) {
        return countLetters(UrgentActionLetterSender.NAME, id);
    }

    /** The letters with the account of an action, by state. */
    public LetterSummary findAccountLetters(UrgentActionId id) {
        return countLetters(SignOnLetterSender.ACCOUNT, id);
    }

    private LetterSummary countLetters(String matter, UrgentActionId id) {
        Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
        List<OffsetDateTime> left = new ArrayList<>();
        db.sql("""
                        SELECT state, count(*) AS letters, max(left_on) AS left_on FROM platform.mail_letter_status
                        WHERE matter = ? AND record_id = ? GROUP BY state
                        """).params(matter, id.value()).query((RowCallbackHandler) row -> {
            counts.put(LetterState.valueOf(row.getString("state")), row.getInt("letters"));
            Optional.ofNullable(row.getObject("left_on", OffsetDateTime.class)).ifPresent(left::add);
        });
        Instant last = left.stream()
                .max(Comparator.naturalOrder())
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        return new LetterSummary(counts, null, last);
    }

    /** Whether a decision-maker has an address, and can be a target. */
    public boolean hasDecisionMakers() {
        return db.sql("SELECT EXISTS (SELECT FROM advocacy.dialogue_last_mandate WHERE mail <> '')")
                .query(Boolean.class)
                .single();
    }

    /** A decision-maker in the last office, without a salutation; empty for a protected person. */
    public Optional<TargetInOffice> findDecisionMaker(UUID id) {
        return db.sql("""
                        SELECT decision_maker, name, office, mail, '' AS salutation, until_on AS until
                        FROM advocacy.dialogue_last_mandate WHERE decision_maker = ?
                        """)
                .param(id)
                .query(RecordMapper.of(TargetInOffice.class))
                .optional();
    }

    /**
     * An action as anyone sees it.
     *
     * @param signatories the organisations whose signature is confirmed
     */
    public record PublicAction(
            UrgentAction action,
            PublicWording wording,
            List<ActionUpdate> updates,
            SignOnCount count,
            List<String> signatories) {}

    /**
     * The action with a number; empty if it is withdrawn, over or closed.
     *
     * @throws NotFound if there is none, or it has not left
     */
    @Open("public words, shown as long as the yes lasts")
    public Optional<PublicAction> find(String code) {
        Matcher number = CODE.matcher(code);
        if (!number.matches()) {
            throw new NotFound("urgent-action");
        }
        UrgentAction action = actions.findByCode(number.group(1), number.group(2))
                .filter(each -> each.state() != UrgentActionState.DRAFT || each.sentAt() != null)
                .orElseThrow(() -> new NotFound("urgent-action"));
        return UrgentActionPolicy.isPublic(action, settings.today())
                ? Optional.of(new PublicAction(
                        action,
                        actions.findWording(action.id()),
                        actions.findUpdates(action.id()),
                        counter.count(action),
                        signOns.findByAction(action.id(), Set.of(SignOnState.CONFIRMED), MOST_NAMES).stream()
                                .map(SignOn::name)
                                .toList()))
                : Optional.empty();
    }
}
