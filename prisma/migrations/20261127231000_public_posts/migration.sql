-- AlterEnum
ALTER TYPE "consent_kind" ADD VALUE 'public_posts';
