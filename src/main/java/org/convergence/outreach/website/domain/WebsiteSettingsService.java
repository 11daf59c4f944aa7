package org.convergence.outreach.website.domain;

import java.util.HashMap;
import java.util.Map;
import org.convergence.outreach.website.WebsitePermissions;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the settings of the website. */
@Service
@Transactional
@Requires(WebsitePermissions.DECIDE)
public class WebsiteSettingsService {

    private static final RecordMapper<WebsiteSettings> SETTINGS = RecordMapper.of(WebsiteSettings.class);

    private final JdbcClient db;

    WebsiteSettingsService(JdbcClient db) {
        this.db = db;
    }

    /** The settings; before they are saved, no form and no site. */
    @Open("every public page follows them")
    @Transactional(readOnly = true)
    public WebsiteSettings current() {
        return db.sql("SELECT * FROM outreach.website_settings")
                .query(SETTINGS)
                .optional()
                .orElse(WebsiteSettings.NONE);
    }

    /** @throws org.convergence.platform.database.EditConflict if they were changed meanwhile */
    @Transactional(label = "website.save")
    public void save(WebsiteSettings changed) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("sites", changed.sites().toArray(String[]::new));
        values.put("subscribe", changed.subscribe());
        values.put("joining", changed.joining());
        values.put("about_fr", changed.aboutFr());
        values.put("about_en", changed.aboutEn());
        values.put("about_es", changed.aboutEs());
        VersionedRow.save(db, WebsiteSettings.TABLE, current().id(), changed.version(), values);
    }
}
