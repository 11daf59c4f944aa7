package org.convergence.outreach.website.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.outreach.website.WebsitePermissions;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.mail.SendingRule;
import org.convergence.platform.mail.SendingRule.SenderDetails;
import org.convergence.platform.shell.WithheldRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the settings of the website. */
@Service
@Transactional
@Requires(WebsitePermissions.DECIDE)
public class WebsiteSettingsService {

    private static final RecordMapper<WebsiteSettings> SETTINGS = RecordMapper.of(WebsiteSettings.class);

    private final List<SendingRule> rules;
    private final JdbcClient db;
    private final WithheldRecords withheld;

    WebsiteSettingsService(List<SendingRule> rules, JdbcClient db, WithheldRecords withheld) {
        this.withheld = withheld;
        this.rules = rules;
        this.db = db;
    }

    /**
     * The settings that are in force; before they are saved, no form and no site. Without a sender nobody can subscribe
     * (R-CASL-3).
     */
    @Open("every public page follows them")
    @Transactional(readOnly = true)
    public WebsiteSettings current() {
        WebsiteSettings found = findSaved();
        WebsiteSettings saved = found.id() != null && withheld.isWithheld(found.id()) ? found.withoutAbout() : found;
        return hasSender() ? saved : saved.withoutSubscription();
    }

    /** The mailing address and the contact of the sender, as far as they are set (R-CASL-3). */
    @Open("every form shows them")
    @Transactional(readOnly = true)
    public List<String> findSender() {
        return rules.stream()
                .map(SendingRule::sender)
                .flatMap((SenderDetails each) -> Stream.of(each.address(), each.contact()))
                .filter(each -> !each.isBlank())
                .toList();
    }

    /** Whether the sender has a mailing address and a contact. */
    @Open("every public page follows them")
    @Transactional(readOnly = true)
    public boolean hasSender() {
        return rules.stream()
                .map(SendingRule::sender)
                .anyMatch(each -> !each.address().isBlank() && !each.contact().isBlank());
    }

    /** The settings as they were saved. */
    @Transactional(readOnly = true)
    @Requires(WebsitePermissions.READ)
    public WebsiteSettings findSaved() {
        return db.sql("SELECT * FROM outreach.website_settings")
                .query(SETTINGS)
                .optional()
                .orElse(WebsiteSettings.NONE);
    }

    /** @throws org.convergence.platform.database.EditConflict if they were changed meanwhile */
    @Transactional(label = "website.save")
    public void save(WebsiteSettings changed) {
        VersionedRow.save(
                db,
                WebsiteSettings.TABLE,
                findSaved().id(),
                changed.version(),
                VersionedRow.values(changed, "id", "version"));
    }
}
