package dev.usher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** The floors: who may import whom. Arrows point down only. */
@AnalyzeClasses(packages = "dev.usher", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "dev.usher", "dev.usher.spi", "dev.usher.password", "dev.usher.oauth", "dev.usher.token"
    };

    @ArchTest
    static final ArchRule spiStandsOnTheJdk = only("dev.usher.spi", "java..", "javax.crypto..", "dev.usher.spi");

    @ArchTest
    static final ArchRule passwordsStandOnSpiAndTheHashingLibraries = only(
            "dev.usher.password",
            "java..",
            "javax.crypto..",
            "dev.usher.spi",
            "dev.usher.password",
            "de.mkammerer.argon2..",
            "com.sun.jna..",
            "org.bouncycastle..",
            "org.mindrot..");

    @ArchTest
    static final ArchRule tokensStandOnSpiAndNimbus =
            only("dev.usher.token", "java..", "dev.usher.spi", "dev.usher.token", "com.nimbusds..");

    @ArchTest
    static final ArchRule theManagerStandsOnCoreAlone = only(
            "dev.usher",
            "java..",
            "jakarta.inject",
            "dev.usher",
            "dev.usher.spi",
            "dev.usher.password",
            "dev.usher.oauth",
            "dev.usher.token");

    @ArchTest
    static final ArchRule signingInElsewhereStandsOnSpiAndTokens =
            only("dev.usher.oauth", "java..", "dev.usher.spi", "dev.usher.token", "dev.usher.oauth");

    @ArchTest
    static final ArchRule coreKnowsNoSqlAndNoContainer = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.enterprise..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule schemaStandsOnCore = only(
            "dev.usher.schema",
            "java..",
            "javax.sql..",
            "dev.usher",
            "dev.usher.spi",
            "dev.usher.schema",
            "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyTheMigrationsKnowFlyway = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.usher.schema.FlywayMigrations")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flywaydb..");

    @ArchTest
    static final ArchRule theJdbcAdapterStandsOnSchema = only(
            "dev.usher.jdbc",
            "java..",
            "javax.sql..",
            "dev.usher",
            "dev.usher.spi",
            "dev.usher.schema",
            "dev.usher.jdbc");

    @ArchTest
    static final ArchRule theJpaAdapterStandsOnSchemaAndKnowsNoProvider = only(
            "dev.usher.jpa",
            "java..",
            "javax.sql..",
            "jakarta.persistence..",
            "dev.usher",
            "dev.usher.spi",
            "dev.usher.schema",
            "dev.usher.jpa");

    @ArchTest
    static final ArchRule theRedisAdapterStandsOnCoreAndItsClient =
            only("dev.usher.redis", "java..", "dev.usher", "dev.usher.spi", "dev.usher.redis", "redis.clients.jedis..");

    @ArchTest
    static final ArchRule providersStandOnTheirPortAndNimbus = only(
            "dev.usher.oauth.client",
            "java..",
            "javax.net.ssl..",
            "dev.usher.spi",
            "dev.usher.oauth",
            "dev.usher.oauth.client",
            "com.nimbusds..");

    @ArchTest
    static final ArchRule onlyProvidersKnowTheOAuthLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.usher.oauth.client")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds.oauth2..", "com.nimbusds.openid..");

    @ArchTest
    static final ArchRule nothingNeedsTheProvidersThatUsherBrings = noClasses()
            .that()
            .resideOutsideOfPackage("dev.usher.oauth.client")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.usher.oauth.client");

    @ArchTest
    static final ArchRule noAdapterKnowsAnother = noClasses()
            .that()
            .resideInAPackage("dev.usher.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.usher.jpa..");

    @ArchTest
    static final ArchRule restKnowsNoAdapterAndNoSql = noClasses()
            .that()
            .resideInAPackage("dev.usher.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.usher.jdbc..",
                    "dev.usher.jpa..",
                    "dev.usher.redis..",
                    "dev.usher.schema..",
                    "java.sql..",
                    "javax.sql..");

    @ArchTest
    static final ArchRule cdiStaysInTheWiring = noClasses()
            .that()
            .resideInAPackage("dev.usher..")
            .and()
            .resideOutsideOfPackage("dev.usher.rest.wiring")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.enterprise..", "jakarta.transaction..", "org.eclipse.microprofile.config..");

    /** Annotations that are missing at run time do no harm; the rest is loaded only where the API is. */
    @ArchTest
    static final ArchRule openApiStaysInItsPackageButForAnnotations = noClasses()
            .that()
            .resideInAPackage("dev.usher..")
            .and()
            .resideOutsideOfPackage("dev.usher.rest.openapi")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.eclipse.microprofile.openapi..")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.resideInAPackage("org.eclipse.microprofile.openapi.annotations.."))));

    @ArchTest
    static final ArchRule nothingNeedsOpenApi = noClasses()
            .that()
            .resideOutsideOfPackage("dev.usher.rest.openapi")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.usher.rest.openapi");

    @ArchTest
    static final ArchRule nothingGoesRoundInCircles =
            slices().matching("dev.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(liveInANullMarkedPackage());

    private static ArchRule only(String floor, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(floor)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.or(
                        JavaClass.Predicates.resideInAnyPackage(allowed),
                        JavaClass.Predicates.resideInAPackage("org.jspecify..")));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package marked with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " in " + type.getPackageName()));
            }
        };
    }
}
