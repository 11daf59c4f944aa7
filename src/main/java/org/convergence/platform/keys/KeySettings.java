package org.convergence.platform.keys;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the keys.
 *
 * @param dir their folder ({@code CONVERGENCE_KEYS_DIR}); read access to it opens all sealed data
 */
@ConfigurationProperties("convergence.keys")
record KeySettings(@DefaultValue("data/keys") Path dir) {}
