package dev.usher.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * The public key that belongs to a private one, so that one key is configured and not two that may not match. Computed
 * at start-up only: the arithmetic here takes no care to hide its time.
 */
final class PublicHalf {

    private static final BigInteger THREE = BigInteger.valueOf(3);

    private PublicHalf() {}

    static PublicKey of(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        if (key instanceof ECPrivateKey ec) {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(multiply(ec.getS(), ec.getParams()), ec.getParams()));
        }
        if (key instanceof EdECPrivateKey ed) {
            return ofSeed(ed.getBytes().orElseThrow(() -> new InvalidKeyException("a key without bytes")));
        }
        throw new InvalidKeyException("no public key is known for it");
    }

    /** The JDK computes an Ed25519 key only when it makes a pair, from a seed that it takes from its source of chance. */
    private static PublicKey ofSeed(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
        return generator.generateKeyPair().getPublic();
    }

    /** Double and add, which the JDK does not offer (SEC 1 section 2.2.1). The sum never meets its own negative. */
    private static ECPoint multiply(BigInteger factor, ECParameterSpec parameters) throws InvalidKeyException {
        if (factor.signum() <= 0 || factor.compareTo(parameters.getOrder()) >= 0) {
            throw new InvalidKeyException("a private key out of range");
        }
        ECPoint sum = ECPoint.POINT_INFINITY;
        ECPoint power = parameters.getGenerator();
        for (int bit = 0; bit < factor.bitLength(); bit++) {
            if (factor.testBit(bit)) {
                sum = add(sum, power, parameters.getCurve());
            }
            power = add(power, power, parameters.getCurve());
        }
        return sum;
    }

    private static ECPoint add(ECPoint a, ECPoint b, EllipticCurve curve) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        boolean tangent = a.equals(b);
        BigInteger rise = tangent
                ? a.getAffineX().pow(2).multiply(THREE).add(curve.getA())
                : b.getAffineY().subtract(a.getAffineY());
        BigInteger run = tangent
                ? a.getAffineY().multiply(BigInteger.TWO)
                : b.getAffineX().subtract(a.getAffineX());
        BigInteger slope = rise.multiply(run.modInverse(p));
        BigInteger x =
                slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
        BigInteger y = slope.multiply(a.getAffineX().subtract(x))
                .subtract(a.getAffineY())
                .mod(p);
        return new ECPoint(x, y);
    }

    /** Gives out the seed it was made with. */
    private static final class FixedRandom extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        FixedRandom(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
