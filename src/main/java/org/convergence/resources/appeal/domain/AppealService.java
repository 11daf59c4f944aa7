package org.convergence.resources.appeal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.WithheldRecords;
import org.convergence.platform.text.Slug;
import org.convergence.resources.appeal.AppealPermissions;
import org.convergence.resources.appeal.domain.Appeal.AppealId;
import org.convergence.resources.appeal.domain.Appeal.AppealKind;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundFacts;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.domain.ReceiptPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appeals for gifts: launching and correcting them, their public page, and their account. */
@Service
@Transactional
@Requires(AppealPermissions.EDIT)
public class AppealService {

    private static final int MOST = 500;
    private static final int MOST_HOMONYMS = 50;
    private static final int DAYS_BACK = 7;

    private final AppealRepository repository;
    private final FundService funds;
    private final CharityStatus charity;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final WithheldRecords withheld;
    private final WorkRecorder work;

    AppealService(
            AppealRepository repository,
            FundService funds,
            CharityStatus charity,
            RecipientWords words,
            OrganisationSettings settings,
            JdbcClient db,
            WithheldRecords withheld,
            WorkRecorder work) {
        this.work = work;
        this.withheld = withheld;
        this.repository = repository;
        this.funds = funds;
        this.charity = charity;
        this.words = words;
        this.settings = settings;
        this.db = db;
    }

    /** An appeal in the list, with what it raised. */
    public record AppealRow(
            AppealId id,
            String title,
            AppealKind kind,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            BigDecimal raised) {}

    /**
     * The account of an appeal: received and otherwise come in, less passed to partners and spent, is left.
     *
     * @param gifts their number, without those taken back
     * @param otherwise interest, transfers and refunds
     */
    public record AppealAccount(
            int gifts,
            BigDecimal received,
            BigDecimal otherwise,
            BigDecimal passed,
            BigDecimal spent,
            BigDecimal left) {}

    /** The appeals, the latest first. */
    @Transactional(readOnly = true)
    @Requires(AppealPermissions.READ)
    public List<AppealRow> findAll() {
        return db.sql("""
                        SELECT a.id, a.french_title AS title, a.kind, a.opens_on, a.closes_on,
                               (SELECT coalesce(sum(f.effect), 0) FROM resources.fund_flow f
                                WHERE f.fund = a.fund AND f.kind = 'RECEIVED') AS raised
                        FROM resources.appeal a ORDER BY a.opens_on DESC, a.id DESC LIMIT ?
                        """).param(MOST).query(RecordMapper.of(AppealRow.class)).list();
    }

    /** @throws NotFound if there is no such appeal */
    @Transactional(readOnly = true)
    @Requires(AppealPermissions.READ)
    public Appeal findById(AppealId id) {
        return repository.findById(id.value()).orElseThrow(() -> new NotFound("appeal"));
    }

    /** The appeal of a public address, from its first day on. */
    @Transactional(readOnly = true)
    @Open("the public page of an appeal")
    public Optional<Appeal> findPublic(String code) {
        return findByCode(code).filter(it -> !it.opensOn().isAfter(settings.today()) && !withheld.isWithheld(it.id()));
    }

    private Optional<Appeal> findByCode(String code) {
        return db.sql("SELECT id FROM resources.appeal WHERE code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .flatMap(repository::findById);
    }

    /** The account of an appeal by the movements of its fund. */
    @Transactional(readOnly = true)
    @Open("sums without donors, for the public page of an appeal that chose to show them")
    public AppealAccount findAccount(Appeal appeal) {
        return db.sql("""
                        SELECT coalesce(sum(sign(effect)) FILTER (WHERE kind = 'RECEIVED'), 0)::int AS gifts,
                               coalesce(sum(effect) FILTER (WHERE kind = 'RECEIVED'), 0) AS received,
                               coalesce(sum(effect) FILTER (WHERE kind NOT IN ('RECEIVED', 'RECOGNISED')), 0) AS otherwise,
                               coalesce(-sum(effect) FILTER (WHERE kind = 'RECOGNISED' AND organisation IS NOT NULL), 0) AS passed,
                               coalesce(-sum(effect) FILTER (WHERE kind = 'RECOGNISED' AND organisation IS NULL), 0) AS spent,
                               coalesce(sum(effect), 0) AS left
                        FROM resources.fund_flow WHERE fund = :fund
                        """)
                .param("fund", appeal.fund() == null ? null : appeal.fund().value())
                .query(RecordMapper.of(AppealAccount.class))
                .single();
    }

    /**
     * Launches an appeal, with a restricted fund if it is our own, or corrects it; its kind, its address and its fund
     * stay.
     *
     * @throws EditConflict if it was changed meanwhile
     * @throws Refused if its words are reserved to charities (R-REC-1), or it closes before it opens
     */
    @Transactional(label = "appeal.launch")
    public AppealId save(Appeal appeal) {
        LocalDate today = settings.today();
        LocalDate since = charity.registeredSince().orElse(null);
        appeal.words().forEach(each -> ReceiptPolicy.requireAllowed(each, today, since));
        if (appeal.closesOn() != null && appeal.closesOn().isBefore(appeal.opensOn())) {
            throw new Refused("appeal.refused.closes-before");
        }
        if (appeal.version() == 0) {
            repository.save(appeal.with(findFreeCode(appeal), openFund(appeal)));
        } else {
            Appeal before = findById(appeal.typedId());
            OptimisticLock.requireSameVersion(Appeal.TABLE, appeal.id(), appeal.version(), before.version());
            if (appeal.kind() != before.kind()) {
                throw new Refused("appeal.refused.kind");
            }
            OptimisticLock.save(
                    repository, appeal.with(before.code(), before.fund()), Appeal.TABLE, appeal.id(), appeal.version());
        }
        recordOpening(appeal);
        return appeal.typedId();
    }

    /** An appeal is work done from its first day on; one that opens later is none yet. */
    void recordOpening(Appeal appeal) {
        String id = appeal.id().toString();
        RealisationSource source = new RealisationSource("resources.appeal", "appeal", id, "/resources/appeal/" + id);
        if (appeal.opensOn().isAfter(settings.today())) {
            work.withdraw(source);
        } else {
            work.record(
                    source,
                    RealisationKind.PUBLICATION,
                    appeal.opensOn(),
                    "appeal.realisation",
                    appeal.french().title());
        }
    }

    /** Records the appeals that opened today or in the days before, in which the server may have been down. */
    @Transactional(label = "appeal.open")
    public void recordOpenings() {
        LocalDate today = settings.today();
        db
                .sql("SELECT id FROM resources.appeal WHERE opens_on BETWEEN ? AND ?")
                .params(today.minusDays(DAYS_BACK), today)
                .query(UUID.class)
                .stream()
                .flatMap(id -> repository.findById(id).stream())
                .toList()
                .forEach(this::recordOpening);
    }

    @Bean
    static RecurringWork appealOpenings(ObjectProvider<AppealService> appeals) {
        return RecurringWork.of(
                "appeal-openings", "0 40 8 * * *", () -> appeals.getObject().recordOpenings());
    }

    private @Nullable FundId openFund(Appeal appeal) {
        return appeal.kind() == AppealKind.RELAYED
                ? null
                : funds.record(new FundFacts(
                        appeal.french().title(),
                        FundNature.EXTERNAL,
                        AccountantBooks.CURRENCY,
                        appeal.opensOn(),
                        words.forOrganisation().say("appeal.origin"),
                        appeal.purpose(),
                        "",
                        ""));
    }

    private String findFreeCode(Appeal appeal) {
        String plain = Slug.of(appeal.french().title()) + "-" + appeal.opensOn().getYear();
        return IntStream.range(1, MOST_HOMONYMS)
                .mapToObj(n -> n == 1 ? plain : plain + "-" + n)
                .filter(code -> findByCode(code).isEmpty())
                .findFirst()
                .orElse(plain);
    }

    /** References from appeals to partners, to the people who got a letter, and names in texts. */
    @Bean
    static IdentityReferences referencesFromAppeal(ReferenceDeclarations declare) {
        return declare.table(Appeal.TABLE)
                .organisation("partner")
                .texts(Map.of("purpose", 2_000, "french_title", 200, "french_text", 10_000, "english_title", 200))
                .texts(Map.of("english_text", 10_000, "spanish_title", 200, "spanish_text", 10_000))
                .table("resources.appeal_letter")
                .person("person", ErasureRule.DELETE);
    }
}
