package org.convergence.resources.declaration.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.declaration.domain.QuestionLinkService.OpenedQuestion;
import org.convergence.resources.membership.BillingContact;
import org.convergence.resources.membership.BillingContacts;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.Headcount;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation answers by its link, without an account, and corrects its answer until the round closes: a correction
 * is a new statement that withdraws the former one and its confirmation (R-DECL-2). The link gives access to nothing
 * else.
 */
@Service
@Transactional
public class LinkAnswerService {

    /** The prefix of these addresses. */
    public static final String PATH = "/resources/declaration/link/";

    private static final Actor BY_LINK = Actor.system("headcount link");

    private final QuestionLinkService links;
    private final HeadcountService headcounts;
    private final BillingContacts contacts;
    private final OrganisationSettings settings;
    private final RecipientWords recipientWords;
    private final JdbcClient db;
    private final Clock clock;

    LinkAnswerService(
            QuestionLinkService links,
            HeadcountService headcounts,
            BillingContacts contacts,
            OrganisationSettings settings,
            RecipientWords recipientWords,
            JdbcClient db,
            Clock clock) {
        this.links = links;
        this.headcounts = headcounts;
        this.contacts = contacts;
        this.settings = settings;
        this.recipientWords = recipientWords;
        this.db = db;
        this.clock = clock;
    }

    /**
     * The question shown on the page.
     *
     * @param languages code of the language of its letters, at most one
     * @param open whether it can still be answered
     * @param before the current answer by this link; {@code null} for none
     */
    public record HeadcountQuestion(
            OrganisationName organisation,
            LocalDate countedOn,
            LocalDate closesOn,
            List<String> languages,
            boolean open,
            @Nullable HeadcountAnswer before) {}

    /**
     * The question behind a secret.
     *
     * @throws NotFound if it opens no question
     */
    @Open("a link answers one question for its recipient")
    @Transactional(readOnly = true)
    public HeadcountQuestion open(String secret) {
        return byLink(secret, opened -> {
            OrganisationId id = new OrganisationId(opened.organisation());
            BillingContact contact = Optional.ofNullable(
                            contacts.findByOrganisations(List.of(id)).get(id))
                    .orElseThrow(() -> new NotFound("organisation"));
            String language = contact.language();
            return new HeadcountQuestion(
                    contact.organisation(),
                    opened.countedOn(),
                    opened.closesOn(),
                    language == null ? List.of() : List.of(language),
                    isOpen(opened),
                    findLastAnswer(opened, id).map(LinkAnswerService::toAnswer).orElse(null));
        });
    }

    /**
     * Records an answer; an equal one changes nothing.
     *
     * @throws NotFound if the secret opens no question
     * @throws Refused if the round is closed
     */
    @Open("a link answers one question for its recipient")
    public void answer(String secret, HeadcountAnswer said) {
        byLink(secret, opened -> {
            if (!isOpen(opened)) {
                throw new Refused("public.declaration.closed", opened.closesOn());
            }
            db.sql("SELECT id FROM resources.declaration_question WHERE id = ? FOR UPDATE")
                    .param(opened.question())
                    .query(UUID.class)
                    .single();
            OrganisationId organisation = new OrganisationId(opened.organisation());
            Optional<Headcount> before = findLastAnswer(opened, organisation);
            if (before.map(LinkAnswerService::toAnswer).filter(said::equals).isEmpty()) {
                before.ifPresent(each -> headcounts.replace(each.id()));
                keep(opened, organisation, said);
            }
            return true;
        });
    }

    private void keep(OpenedQuestion opened, OrganisationId organisation, HeadcountAnswer said) {
        HeadcountId id = headcounts.declare(
                new HeadcountFacts(
                        organisation,
                        opened.countedOn(),
                        said.number(),
                        HeadcountStatus.DECLARED,
                        said.saidBy(),
                        recipientWords.forOrganisation().say("declaration.evidence", settings.today())),
                said.remark());
        db.sql("UPDATE resources.declaration_question SET headcount = :headcount, answered_at = :now WHERE id = :id")
                .param("headcount", id.value())
                .param("now", SqlTime.now(clock))
                .param("id", opened.question())
                .update();
    }

    private boolean isOpen(OpenedQuestion opened) {
        return !settings.today().isAfter(opened.closesOn());
    }

    /** The last answer by a link of this question, if it is not withdrawn. */
    private Optional<Headcount> findLastAnswer(OpenedQuestion opened, OrganisationId organisation) {
        UUID said = db.sql("SELECT headcount FROM resources.declaration_question WHERE id = ?")
                .param(opened.question())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
        return said == null
                ? Optional.empty()
                : headcounts.findByOrganisation(organisation).stream()
                        .filter(each -> each.id().value().equals(said) && !each.withdrawn())
                        .findFirst();
    }

    private static HeadcountAnswer toAnswer(Headcount it) {
        String by = it.facts().saidBy();
        return new HeadcountAnswer(it.facts().number(), by == null ? "" : by, it.remark());
    }

    private <T> T byLink(String secret, Function<OpenedQuestion, T> work) {
        OpenedQuestion opened = links.open(secret).orElseThrow(() -> new NotFound("question"));
        return CurrentActor.callAs(BY_LINK, () -> work.apply(opened));
    }

    /**
     * The answer of an organisation.
     *
     * @param number of people
     * @param saidBy the author: a name, a function, or both
     * @param remark {@code null} for none
     */
    public record HeadcountAnswer(
            int number, String saidBy, @Nullable String remark) {}
}
