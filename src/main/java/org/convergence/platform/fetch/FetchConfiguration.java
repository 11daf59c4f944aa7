package org.convergence.platform.fetch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads what the administrator allows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
class FetchConfiguration {}
