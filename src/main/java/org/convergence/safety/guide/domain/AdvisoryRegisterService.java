package org.convergence.safety.guide.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.fetch.FeedReader;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.fetch.FetchRequest;
import org.convergence.platform.fetch.HttpFetcher;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.table.UnreadableTable;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.GuidePermissions;
import org.convergence.safety.guide.domain.AdvisoryService.AdvisoryImport;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the register of advisories at its address each night, within the limits of feeds. A reading that fails is noted
 * and changes no advisory (R-WATCH-3).
 */
@Service
@Requires(GuidePermissions.EDIT)
public class AdvisoryRegisterService {

    private static final String TABLE = "safety.guide_register";

    private final AdvisoryService advisories;
    private final HttpFetcher fetcher;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JdbcClient db;

    AdvisoryRegisterService(
            AdvisoryService advisories,
            HttpFetcher fetcher,
            OrganisationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            JdbcClient db) {
        this.advisories = advisories;
        this.fetcher = fetcher;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setName("guide.import");
        this.clock = clock;
        this.db = db;
    }

    /** The address; empty if none is set. */
    @Transactional(readOnly = true)
    @Requires(GuidePermissions.READ)
    public Optional<AdvisoryRegister> find() {
        return db.sql("SELECT id, version, url, read_at, failing_since, problem FROM " + TABLE)
                .query(RecordMapper.of(AdvisoryRegister.class))
                .optional();
    }

    /** A register that was read before its address is set. */
    public record FoundRegister(String address, List<CountryAdvisory> advisories) {}

    /**
     * Reads the register at an address: JSON, or a table; waits for its server without a transaction.
     *
     * @throws Refused if it cannot be read completely, with the reason
     */
    public FoundRegister read(String typed) {
        String address = typed.strip();
        FetchRequest request = FeedReader.request(address, null, null);
        byte[] body = fetcher.get(request, InputStream::readAllBytes).content();
        String host = request.address().getHost();
        String text = new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("{")) {
            return new FoundRegister(address, AdvisoryJsonReader.read(text, host, settings.today()));
        }
        try (InputStream table = new ByteArrayInputStream(body == null ? new byte[0] : body)) {
            return new FoundRegister(address, AdvisoryFileReader.read(table, host, settings.today()));
        } catch (UnreadableTable | IOException e) {
            throw new Refused("guide.refused.no-register");
        }
    }

    /**
     * Sets the address of a register that was read, and replaces what the last file said.
     *
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "guide.set-register")
    public AdvisoryImport save(FoundRegister found, int version) {
        TransactionLock.acquire(db, "guide/register");
        UUID id = find().map(AdvisoryRegister::id).orElse(null);
        VersionedRow.save(db, TABLE, id, version, Map.of("url", found.address(), "read_at", clock.instant()));
        markRead(found.address());
        return advisories.replace(found.advisories());
    }

    /** Stops the reading. What was read stays, and grows old. */
    @Transactional(label = "guide.set-register")
    public void remove() {
        db.sql("DELETE FROM safety.guide_register").update();
    }

    /** Reads the register at its address now; a failure is stored with it. */
    public void readNow() {
        find().ifPresent(register -> {
            try {
                FoundRegister found = read(register.url());
                transaction.executeWithoutResult(status -> {
                    if (markRead(register.url())) {
                        advisories.update(found.advisories());
                    }
                });
            } catch (Refused refused) {
                markFailed(register.url(), FetchProblem.of(refused));
            }
        });
    }

    /** @return whether the register is still read at this address */
    private boolean markRead(String url) {
        return db.sql("""
                        UPDATE safety.guide_register SET read_at = :now, failing_since = NULL, problem = NULL WHERE url = :url
                        """).param("now", SqlTime.now(clock)).param("url", url).update() > 0;
    }

    private void markFailed(String url, FetchProblem problem) {
        db.sql("""
                        UPDATE safety.guide_register SET failing_since = coalesce(failing_since, :now), problem = :problem
                        WHERE url = :url
                        """)
                .param("now", SqlTime.now(clock))
                .param("problem", problem.write())
                .param("url", url)
                .update();
    }

    @Bean
    static RecurringWork guideRegisterReading(AdvisoryRegisterService registers) {
        return RecurringWork.of("guide-register", "0 35 7 * * *", registers::readNow);
    }
}
