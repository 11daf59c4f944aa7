package org.convergence.platform.keys;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys lie.
 *
 * @param dir their folder ({@code CONVERGENCE_KEYS_DIR}); whoever reads it reads what is sealed
 */
@ConfigurationProperties("convergence.keys")
record KeySettings(@DefaultValue("data/keys") Path dir) {}
